/** All routes of the contract, found by folder and ordered by modules.json, whether or not a server serves them. */
import { existsSync, readFileSync } from 'node:fs';
import type { RouteDefinition } from '@promptvault/contract/define-route';
import type { TaggedRoute } from './openapi.ts';

const orderUrl = new URL('../../../../modules.json', import.meta.url);
const contractUrl = new URL('../../../../packages/contract/src/', import.meta.url);

const isRoute = (value: unknown): value is RouteDefinition =>
  typeof value === 'object' && value !== null && 'operationId' in value && 'path' in value;

export async function contractRoutes(): Promise<TaggedRoute[]> {
  const { modules } = JSON.parse(readFileSync(orderUrl, 'utf8')) as {
    modules: { space: string; name: string }[];
  };
  const found: TaggedRoute[] = [];
  for (const { space, name } of modules) {
    const file = new URL(`${space}/${name}/routes.ts`, contractUrl);
    if (!existsSync(file)) continue;
    const exported = (await import(file.href)) as Record<string, unknown>;
    found.push(
      ...Object.values(exported)
        .filter(isRoute)
        .map((route) => ({ tag: `${space}/${name}`, route })),
    );
  }
  return found;
}
