import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ScriptError, sayGood } from '../say.mjs';
import { installDebianPackages } from './debian.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns the browser of this machine: the one named by CHROMIUM_PATH, else the first found. */
export function findChromium(environment = process.env, exists = existsSync) {
  if (environment.CHROMIUM_PATH) return environment.CHROMIUM_PATH;
  const folders = ['/usr/bin', ...(environment.PATH ?? '').split(delimiter).filter(Boolean)];
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, ...applications].find((file) => exists(file));
}

/** Journeys run in the system's Chromium; it is installed when we may, never downloaded as a browser build. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (await installDebianPackages(['chromium'])) {
    const installed = findChromium();
    if (installed) {
      sayGood(`Chromium installed: ${installed}`);
      return installed;
    }
  }
  throw new ScriptError(
    'Journeys need Chromium. Install it (Debian, Ubuntu: apt-get install chromium) or name one in CHROMIUM_PATH.',
  );
}
