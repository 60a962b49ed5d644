import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { ensureChromium } from '../runtime/chromium.mjs';
import { prepare } from '../runtime/prepare.mjs';
import { ensureWebBuild } from '../runtime/web-build.mjs';

/** Pictures of all pages, or of those whose name holds the given word, into `screenshots/`. */
export async function run([page]) {
  const { node, env } = await prepare();
  await ensureWebBuild({ node, env });
  const args = ['test', '--config=screenshots.config.ts', '--workers=1', '--reporter=list'];
  const { code } = await runChild(
    node,
    [inHouse('node_modules', '@playwright', 'test', 'cli.js'), ...args, ...(page ? ['--grep', page] : [])],
    { cwd: inHouse('tests', 'journeys'), env: { ...env, CHROMIUM_PATH: await ensureChromium() } },
  );
  return code;
}
