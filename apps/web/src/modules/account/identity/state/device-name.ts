/** What a browser calls itself, as a person would: pure, from the most telling sign to the least. */

const browsers: readonly [sign: RegExp, name: string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly [sign: RegExp, name: string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

export type DeviceName = { browser?: string; system?: string };

export function deviceName(userAgent: string | null): DeviceName {
  const first = (list: typeof browsers) =>
    list.find(([sign]) => userAgent !== null && sign.test(userAgent))?.[1];
  return { browser: first(browsers), system: first(systems) };
}
