import { defineConfig } from 'vitest/config';

/** Tests on a whole server: its modules, and what joins them. */
const onServer = ['apps/server/src/modules/**/*.test.ts', 'apps/server/src/assembly/**/*.test.ts'];
const exclude = ['**/node_modules/**', '**/dist/**'];

/** Two workers at most: each server test holds an embedded database of about 300 MB. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [
            'packages/**/*.test.ts',
            'apps/**/*.test.ts',
            'apps/**/*.test.tsx',
            'tests/laws/**/*.test.ts',
            'tests/schedules/**/*.test.ts',
            'scripts/**/*.test.mjs',
          ],
          exclude: [...exclude, ...onServer],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: onServer,
          exclude,
          // Reading the whole server anew for each file took a second of each.
          isolate: false,
          // A database that lives for a few tests is not worth optimising: half of the time of opening it.
          execArgv: ['--liftoff-only'],
        },
      },
    ],
  },
});
