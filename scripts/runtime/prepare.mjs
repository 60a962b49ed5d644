import { childEnvironment } from './environment.mjs';
import { ensureNode } from './node-runtime.mjs';
import { ensurePackages } from './packages.mjs';

/**
 * What every command stands on: Node 24 and the packages of the lock file.
 * @returns {Promise<{ node: string, env: Record<string, string> }>}
 */
export async function prepare() {
  const node = ensureNode();
  const env = childEnvironment(node);
  await ensurePackages({ node, env });
  return { node, env };
}
