import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Tokens = Record<string, [lightness: number, chroma: number, hue: number]>;

/** The themes of tokens.css: each block of custom properties that names a background. */
function readThemes(): Map<string, Tokens> {
  const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
  const themes = new Map<string, Tokens>();
  for (const [, theme, body] of css.matchAll(/\[data-theme=["']([\w-]+)["']\] \{([^}]*)\}/g)) {
    const tokens: Tokens = {};
    for (const [, name, value] of (body ?? '').matchAll(/--([\w-]+): oklch\(([\d. ]+)\);/g)) {
      const [lightness = 0, chroma = 0, hue = 0] = (value ?? '').trim().split(/\s+/).map(Number);
      tokens[name ?? ''] = [lightness, chroma, hue];
    }
    if (theme) themes.set(theme, tokens);
  }
  return themes;
}

/** Relative luminance of an OKLCH colour, clipped to sRGB as browsers show it. */
function luminance([lightness, chroma, hue]: Tokens[string]): number {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.max(0, Math.min(1, value));
  const red = clip(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, front: string, back: string): number {
  const [a, b] = [tokens[front], tokens[back]];
  if (!a || !b) throw new Error(`The theme lacks ${a ? back : front}.`);
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['bg', 'panel', 'raise', 'press'];
const texts: [string, string[]][] = [
  ['ink', [...surfaces, 'accent-weak', 'ok-weak', 'warn-weak', 'bad-weak']],
  ['ink-2', [...surfaces, 'accent-weak', 'ok-weak', 'bad-weak']],
  ['ink-3', ['bg', 'panel', 'raise', 'accent-weak', 'ok-weak', 'bad-weak']],
  ['accent-ink', ['bg', 'panel', 'raise', 'accent-weak']],
  ['on-accent', ['accent', 'accent-hover']],
  ['ok', ['bg', 'panel', 'raise', 'ok-weak']],
  ['warn', ['bg', 'panel', 'raise', 'warn-weak']],
  ['bad', ['bg', 'panel', 'raise', 'bad-weak']],
  ['var', ['bg', 'panel', 'raise']],
  ['ref', ['bg', 'panel', 'raise']],
];
const marks = ['focus', 'accent', 'bad-solid'];

const themes = readThemes();

test('light and dark are there and name the same tokens', () => {
  expect([...themes.keys()]).toEqual(expect.arrayContaining(['light', 'dark']));
  const names = [...themes.values()].map((tokens) => Object.keys(tokens).sort());
  for (const each of names) expect(each).toEqual(names[0]);
});

test.each([...themes])('text in %s has the contrast of WCAG AA', (_, tokens) => {
  const weak = texts.flatMap(([front, backs]) =>
    backs
      .map((back) => ({ pair: `${front} on ${back}`, ratio: contrast(tokens, front, back) }))
      .filter(({ ratio }) => ratio < 4.5),
  );
  expect(weak).toEqual([]);
});

test.each([...themes])('marks in %s stand out from what is behind them', (_, tokens) => {
  const weak = marks.filter((mark) =>
    ['bg', 'panel', 'raise'].some((back) => contrast(tokens, mark, back) < 3),
  );
  expect(weak).toEqual([]);
});
