import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * The folder of real sample data, or undefined where it is not present. Set PROMPTVAULT_SAMPLES to a folder, absolute
 * or relative to the repository; an empty name is none. Where CI is set its absence is an error, so that no test is
 * skipped there unseen.
 */
export function samplesDirectory(): string | undefined {
  const directory = resolve(repository, process.env.PROMPTVAULT_SAMPLES || '../shared/data');
  if (existsSync(directory)) return directory;
  if (process.env.CI) {
    throw new Error(`The sample data is missing at ${directory}. Set PROMPTVAULT_SAMPLES to its folder.`);
  }
  return undefined;
}
