/**
 * Scripts that put no space between words: Chinese, Japanese and Thai. The database takes a whole sentence of theirs for
 * one word, so each character stands as a word of its own, in what is searched and in what is searched for.
 */
const han = '\\u3005-\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF';
const kana = '\\u3040-\\u30FF';
const thai = '[\\u0E01-\\u0E30\\u0E32\\u0E33\\u0E40-\\u0E46][\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E]*';

const character = `[${han}${kana}\\u{20000}-\\u{3FFFF}]|${thai}`;
const each = new RegExp(character, 'gu');
const run = new RegExp(`(?:${character})+`, 'gu');

/** The same as an expression of PostgreSQL, of which `text` is one. */
export const partedSql = (text: string): string =>
  `regexp_replace(${text}, '([${han}${kana}\\U00020000-\\U0003FFFF]|${thai})', ' \\1 ', 'g')`;

const parted = (text: string): string => text.replace(each, ' $& ').replace(/\s+/g, ' ').trim();

/** The stretches of such characters in a text, each once. */
export const unspacedIn = (text: string): string[] => [...new Set(text.normalize('NFC').match(run) ?? [])];

/** A text without them. */
export const withoutUnspaced = (text: string): string => text.normalize('NFC').replace(run, ' ');

/** What a person typed, with each word of such characters as a phrase of them; a star says nothing more there. */
export const partTyped = (q: string): string =>
  q.normalize('NFC').replace(/(-?)("[^"]*"?|[^\s"]+)/g, (whole: string, minus: string, word: string) => {
    if (word.search(run) < 0) return whole;
    return `${minus}"${parted(word.replace(/^"|"$|\*$/g, ''))}"`;
  });
