const CONTROL_OR_LINE_END = /[\p{Cc}\u2028\u2029]/gu;
/** Characters that turn text around, join it invisibly, or have no width: a name may use them to deceive. */
const DIRECTION_OR_INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const LONGEST_SHOWN = 200;

/** A file name as it may be shown: what cannot be seen is spelled out, what is too long loses its middle. */
export function visibleName(name: string): string {
  const spelled = name
    .replace(CONTROL_OR_LINE_END, (character) =>
      character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : spell(character),
    )
    .replace(DIRECTION_OR_INVISIBLE, spell)
    .replace(LONE_SURROGATE, spell);
  if (spelled.length <= LONGEST_SHOWN) return spelled;
  const characters = Array.from(spelled);
  if (characters.length <= LONGEST_SHOWN) return spelled;
  const half = Math.floor((LONGEST_SHOWN - 1) / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}

function spell(character: string): string {
  return `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`;
}
