import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { inHouse } from '../house.mjs';
import { ScriptError, say, sayGood, since } from '../say.mjs';
import { runChild } from './child.mjs';
import { fingerprint } from './fingerprint.mjs';

/** Everything the web app is made of; it bundles the pure packages, the contract and the SDK from source. */
const ingredients = ['apps/web', 'packages', 'modules.json', 'package-lock.json', 'tsconfig.base.json'];
const built = inHouse('apps', 'web', 'dist');
const mark = inHouse('apps', 'web', 'dist', '.built-from');

/** Builds the web app when its sources or the lock file differ from those of the last build. */
export async function ensureWebBuild({ node, env }) {
  const now = fingerprint(inHouse(), ingredients);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  const from = Date.now();
  say('building the web app');
  rmSync(mark, { force: true });
  const { code, output } = await runChild(
    node,
    [inHouse('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    {
      env: { ...env, NODE_ENV: 'production' },
      cwd: inHouse('apps', 'web'),
      quiet: true,
    },
  );
  if (code !== 0) throw new ScriptError(`the web app could not be built:\n${output}`);
  if (!existsSync(built)) throw new ScriptError(`the web app was built, but ${built} is missing.`);
  await packAssets();
  writeFileSync(mark, now);
  sayGood(`web app built in ${since(from)}`);
}

/** Packs what is sent packed, as tightly as brotli can, so that no visitor waits for it after a start. */
async function packAssets() {
  const assets = join(built, 'assets');
  const packed = readdirSync(assets)
    .filter((name) => /\.(?:js|css|svg|json|wasm)$/.test(name))
    .map(async (name) => {
      const bytes = readFileSync(join(assets, name));
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      };
      writeFileSync(join(assets, `${name}.br`), await promisify(brotliCompress)(bytes, { params }));
    });
  await Promise.all(packed);
}
