import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { prepare } from '../runtime/prepare.mjs';

const question = `
  const { samplesDirectory } = await import(process.argv[1]);
  process.stdout.write(samplesDirectory() ?? '');
`;

/** Where sample data lies is said in one file, which needs a Node that reads types. */
async function samples({ node, env }) {
  const file = new URL(`file://${inHouse('packages', 'testing', 'src', 'samples.ts')}`).href;
  const { code, output } = await runChild(node, ['--input-type=module', '-e', question, file], {
    env: { ...env, CI: '' },
    quiet: true,
  });
  return code === 0 ? output.trim() : '';
}

/** Fills a fresh data directory with two organizations, people, prompts and runs; it refuses one that is in use. */
export async function run(args) {
  const { node, env } = await prepare();
  const given = { ...env, PROMPTVAULT_SAMPLES: await samples({ node, env }) };
  return (await runChild(node, [inHouse('apps', 'server', 'src', 'demo.ts'), ...args], { env: given })).code;
}
