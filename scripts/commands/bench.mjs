import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { findChromium } from '../runtime/chromium.mjs';
import { prepare } from '../runtime/prepare.mjs';
import { ensureWebBuild } from '../runtime/web-build.mjs';
import { ScriptError } from '../say.mjs';

const folder = inHouse('tests', 'bench');

/** A benchmark is a file at the top of tests/bench; files beside it that it needs stand in folders. */
function benchmarks() {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((file) => /^[a-z-]+\.ts$/.test(file)).map((file) => basename(file, '.ts'));
}

export async function run([name, ...args]) {
  const names = benchmarks();
  if (!names.includes(name))
    throw new ScriptError(`Name a benchmark: npm run bench -- ${names.join(' | ') || '(there is none)'}`);
  const { node, env } = await prepare();
  await ensureWebBuild({ node, env });
  const chromium = findChromium();
  const { code } = await runChild(node, [inHouse('tests', 'bench', `${name}.ts`), ...args], {
    env: { ...env, ...(chromium && { CHROMIUM_PATH: chromium }) },
  });
  return code;
}
