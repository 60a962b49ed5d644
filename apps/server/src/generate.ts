/** Writes what is made from the contract: the OpenAPI document and the SDK's types. `--check` only compares. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { contractRoutes } from './assembly/contract-routes.ts';
import { openApiDocument } from './assembly/openapi.ts';

const sdk = new URL('../../../packages/sdk/src/', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const document = openApiDocument(await contractRoutes(), version);
const types = astToString(await openapiTypescript(document as never, { alphabetize: false }));
const generated: [URL, string][] = [
  [new URL('openapi.generated.json', sdk), `${JSON.stringify(document, null, 1)}\n`],
  [new URL('api.generated.ts', sdk), `/** Made from the contract by \`npm run generate\`. */\n${types}`],
];

const stale = generated.filter(([url, text]) => !existsSync(url) || readFileSync(url, 'utf8') !== text);
if (process.argv.includes('--check')) {
  for (const [url] of stale) process.stderr.write(`${fileURLToPath(url)} is stale: run npm run generate\n`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const [url, text] of stale) writeFileSync(url, text);
process.stdout.write(`${generated.length} generated files, ${stale.length} changed\n`);
