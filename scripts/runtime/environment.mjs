import { delimiter, dirname } from 'node:path';

/**
 * The environment of our children: Node 24 first in PATH, and none of npm's own variables,
 * which would make a nested npm believe that it runs another script with other settings.
 */
export function childEnvironment(node, environment = process.env) {
  const kept = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^npm_/i.test(name) && name !== 'INIT_CWD'),
  );
  const pathName = Object.keys(kept).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...kept, [pathName]: [dirname(node), kept[pathName]].filter(Boolean).join(delimiter) };
}
