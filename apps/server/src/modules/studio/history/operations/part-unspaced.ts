/**
 * What the database takes for no word, or for one word with what is beside it. Scripts that put no space between words
 * (Chinese, Japanese and Thai) are a whole sentence in one word for it: there each character stands as a word of its own,
 * in what is searched and in what is searched for. So does each emoji, under a name, since it has no letters.
 */
const han = '\\u3005-\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF';
const kana = '\\u3040-\\u30FF';
const thai = '[\\u0E01-\\u0E30\\u0E32\\u0E33\\u0E40-\\u0E46][\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E]*';
/** Arrows, signs, and the planes of pictures; without the lines that tables are drawn of. */
const signs = '\\u2190-\\u21FF\\u2300-\\u23FF\\u25A0-\\u27BF\\u2B00-\\u2BFF';
/** How a picture is shown, and that it is one with the next; no part of what it is found by. */
const joiners = '[\\uFE0E\\uFE0F\\u200D]*';

const emoji = `[${signs}\\u{1F000}-\\u{1FAFF}]`;
const emojiSql = `${signs}\\U0001F000-\\U0001FAFF`;
const character = `[${han}${kana}\\u{20000}-\\u{3FFFF}]|${thai}`;
const each = new RegExp(`(${character}|${emoji})${joiners}`, 'gu');
const run = new RegExp(`(?:(?:${character}|${emoji})${joiners})+`, 'gu');
const eachEmoji = new RegExp(emoji, 'gu');

const parted = (text: string): string => text.replace(each, ' $1 ').replace(/\s+/g, ' ').trim();

/** What was typed with each emoji under its name, as it is searched for. */
export const nameEmoji = (text: string): string =>
  text.replace(eachEmoji, (one) => `emoji${Buffer.from(one).toString('hex')}`);

/**
 * An expression of PostgreSQL, of which `text` is one, with each emoji under its name and without its joiners: a server whose
 * locale is C takes those for a word between two emoji.
 */
const namedSql = (text: string): string => `(select string_agg(part[1] || case part[2] when '' then ''
    else ' emoji' || encode(convert_to(part[2], 'UTF8'), 'hex') || ' ' end, '' order by place)
  from regexp_matches(${text}, '([^${emojiSql}]*)([${emojiSql}]?)${joiners}', 'g') with ordinality as found(part, place))`;

/**
 * The words of a text as an expression of PostgreSQL, of which `text` is one. Letters with their marks beside them and
 * letters in one are the same. The number in `v1.2.3` stands once more at the end, since it is asked for without the letter.
 */
export const searchedSql = (text: string): string => `(select regexp_replace(unaccent(
    case when whole ~ '[${emojiSql}]' then ${namedSql('whole')} else whole end
    || coalesce((select ' ' || string_agg(part[1], ' ') from regexp_matches(whole, '[A-Za-z](\\d+(?:\\.\\d+)+)', 'g') part), '')
  ), '([${han}${kana}\\U00020000-\\U0003FFFF]|${thai})', ' \\1 ', 'g')
  from (select normalize(${text}, NFC) as whole offset 0) searched)`;

/** The stretches of such characters in a text, each once. */
export const unspacedIn = (text: string): string[] => [...new Set(text.normalize('NFC').match(run) ?? [])];

/** Such a stretch as a regular expression, here and in PostgreSQL: in the text marks may stand beside their letters. */
export const unspacedPattern = (stretch: string): string =>
  [...stretch]
    .map((one) => {
      const apart = one.normalize('NFD');
      return `${apart === one ? one : `(?:${one}|${apart})`}${joiners}`;
    })
    .join('');

/** A text without them. */
export const withoutUnspaced = (text: string): string => text.normalize('NFC').replace(run, ' ');

/** What a person typed, with each word of such characters as a phrase of them; a star says nothing more there. */
export const partTyped = (q: string): string =>
  q.normalize('NFC').replace(/(-?)("[^"]*"?|[^\s"]+)/g, (whole: string, minus: string, word: string) => {
    if (word.search(run) < 0) return whole;
    return `${minus}"${parted(word.replace(/^"|"$|\*$/g, ''))}"`;
  });
