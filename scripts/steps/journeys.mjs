import { mkdirSync, rmSync } from 'node:fs';
import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { ensureChromium } from '../runtime/chromium.mjs';
import { ensureWebBuild } from '../runtime/web-build.mjs';
import { none, playwrightCounts } from './counts.mjs';
import { readReport } from './vitest.mjs';

/** The user stories in a real browser, one worker: two embedded databases at once are too much for a small machine. */
export const journeys = ({ node, env }) => ({
  name: 'journeys',
  run: async () => {
    const chromium = await ensureChromium();
    await ensureWebBuild({ node, env });
    const report = inHouse('.cache', 'reports', `journeys-${process.pid}.json`);
    mkdirSync(inHouse('.cache', 'reports'), { recursive: true });
    rmSync(report, { force: true });
    const { code } = await runChild(
      node,
      [
        inHouse('node_modules', '@playwright', 'test', 'cli.js'),
        'test',
        '--workers=1',
        '--reporter=list,json',
      ],
      {
        cwd: inHouse('tests', 'journeys'),
        env: {
          ...env,
          CHROMIUM_PATH: chromium,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
          PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
        },
      },
    );
    const read = readReport(report);
    const counts = read ? playwrightCounts(read) : none;
    return { ok: code === 0 && counts.failed === 0 && counts.passed > 0, counts };
  },
});
