/** Letters that Unicode does not decompose into a base and an accent. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/** B-tree entries are limited to about 2,700 bytes; equal keys are told apart by the id beside them. */
const longestKey = 200;

/**
 * What sorted text is ordered by (a column COLLATE "C"): lowered, without Latin, Greek and Cyrillic accents,
 * with single spaces. Marks of other scripts stay, since there they are vowels.
 */
export function sortKey(text: string): string {
  const unaccented = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0300-\u036F]/g, '')
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter);
  const spaced = unaccented.replace(/\s+/g, ' ').trim();
  return spaced.length <= longestKey ? spaced : [...spaced].slice(0, longestKey).join('');
}
