import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { say } from '../say.mjs';

const question = `
  const { samplesDirectory } = await import(process.argv[1]);
  process.exitCode = samplesDirectory() ? 0 : 3;
`;

/** Tests on sample data skip themselves where it is absent; in CI its absence is a failure. */
export const samples = ({ node, env }) => ({
  name: 'sample data',
  run: async () => {
    const file = new URL(`file://${inHouse('packages', 'testing', 'src', 'samples.ts')}`).href;
    const { code, output } = await runChild(node, ['--input-type=module', '-e', question, file], {
      env,
      quiet: true,
    });
    if (code === 0) return { ok: true };
    if (code !== 3) say(output);
    else say('no sample data: the tests that read it are skipped (set PROMPTVAULT_SAMPLES to its folder)');
    return { ok: code === 3 && !process.env.CI };
  },
});
