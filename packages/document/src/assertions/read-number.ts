/** Marks between the thousands of a number besides commas and points. */
const marks = " '_\u2019\u00a0\u2009\u202f";
/** Bounded, so that a text of nothing but digits and marks is read in time linear in it. */
const numerals = [
  '(?<comma>0,\\d{1,30}(?!\\d|,\\d)|\\d{1,30},(?:\\d{1,2}|\\d{4,30})(?!\\d|,\\d))',
  '(?<thousands>\\d{1,3}(?:,\\d{2,3}){0,9},\\d{3}(?!\\d)(?:\\.\\d{1,30})?)',
  '(?<points>\\d{1,3}(?:\\.\\d{3}){1,9},\\d{1,30}(?!\\d)|\\d{1,3}(?:\\.\\d{3}){2,9}(?!\\d))',
  `(?<marked>\\d{1,3}(?:[${marks}]\\d{3}){1,9}(?!\\d)(?:[.,]\\d{1,30})?)`,
  '(?<plain>\\d{1,400}(?:\\.\\d{1,400})?|\\.\\d{1,400})',
].join('|');
const powers: Readonly<Record<string, string>> = {
  ...{ k: 'e3', K: 'e3', thousand: 'e3' },
  ...{ M: 'e6', mn: 'e6', million: 'e6' },
  ...{ bn: 'e9', billion: 'e9' },
};
/** Right behind a number, or as a word; the metre, the byte and the kilogram are none. */
const scale = '(?:k|K|M|mn|bn|[ \u00a0]?(?:thousand|million|billion))(?![\\p{L}\\d])';
const numeral = new RegExp(
  `(?<sign>[-+\\u2212])?(?:${numerals})(?<power>[eE][-+]?\\d{1,3})?(?<scale>${scale})?`,
  'gu',
);

type Parts = Readonly<Record<string, string | undefined>>;

function toNumber({ comma, thousands, points, marked, plain, ...parts }: Parts): number | undefined {
  // A number with both is none that anybody writes.
  const power = parts.power ?? powers[(parts.scale ?? '').trim()] ?? '';
  const digits =
    comma?.replace(',', '.') ??
    thousands?.replaceAll(',', '') ??
    points?.replaceAll('.', '').replace(',', '.') ??
    marked?.replace(new RegExp(`[${marks}]`, 'gu'), '').replace(',', '.') ??
    plain ??
    '';
  const number = Number(`${parts.sign === '\u2212' ? '-' : (parts.sign ?? '')}${digits}${power}`);
  // Beyond all numbers everything would be as near as anything else.
  return Number.isFinite(number) ? number : undefined;
}

/**
 * The only number in a text; undefined where there is none or more than one, or one too great to be told from others.
 * Thousands may be parted by commas, spaces, apostrophes, and by points where a comma or another point follows; `12,5` is
 * twelve and a half, `1,234` is more than a thousand, `1.2k` is 1,200, `3M` and `3 million` are the same.
 */
export function numberIn(text: string): number | undefined {
  const found = text.matchAll(numeral);
  const first = found.next().value?.groups;
  return first && found.next().done ? toNumber(first) : undefined;
}

/** The last number in a text and how it is written there; digits of a name such as `v2` are none. */
export function lastNumberIn(text: string): { written: string; number: number } | undefined {
  let last: { written: string; number: number } | undefined;
  for (const { 0: written, index, groups = {} } of text.matchAll(numeral)) {
    const isBehindWord = /[\p{L}\p{N}.]$/u.test(text.slice(Math.max(0, index - 2), index));
    // Between two words it is a hyphen: of 3-5 the last is 5.
    const sign = isBehindWord ? (groups.sign ?? '') : '';
    if (isBehindWord && sign === '') continue;
    // Behind another number and a comma it is a list: of 2,3,5 the last is 5.
    const listed = /\d,$/.test(text.slice(Math.max(0, index - 2), index)) && groups.comma?.split(',')[1];
    if (listed) {
      last = { written: listed, number: Number(listed) };
      continue;
    }
    const number = toNumber(sign === '' ? groups : { ...groups, sign: '' });
    last = number === undefined ? undefined : { written: written.slice(sign.length), number };
  }
  return last;
}
