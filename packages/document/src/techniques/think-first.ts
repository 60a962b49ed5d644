/**
 * Chain of thought in words: the model is told to think between two tags and to answer after them, and what it says is
 * split into thoughts and answer as it comes.
 */
const OPEN = ['<thinking>', '<think>'] as const;
const closeOf = (open: string) => `</${open.slice(1)}`;

const stepByStep = 'Think step by step before you answer.';

/** What is added to the prompt. */
export const thinkingWords = (instruction: string | null): string =>
  `${instruction ?? stepByStep}\nWrite your thoughts between <thinking> and </thinking>, and after that the answer alone.`;

export interface ThoughtPiece {
  kind: 'thought' | 'answer';
  text: string;
}

/** Splits a text that comes in pieces. Joined, the pieces say the same however the text was cut. */
export interface ThoughtSplitter {
  take(text: string): ThoughtPiece[];
  /** What was held back, once nothing more comes. */
  rest(): ThoughtPiece[];
}

export function createThoughtSplitter(): ThoughtSplitter {
  let state: 'begin' | 'opened' | 'thought' | 'gap' | 'answer' = 'begin';
  let close = '';
  let held = '';

  /** Takes as much of what is held as can be told apart. */
  const step = (isOver: boolean): ThoughtPiece | undefined => {
    if (held === '') return undefined;
    if (state === 'begin') {
      const start = held.trimStart();
      const open = OPEN.find((tag) => start.startsWith(tag));
      if (!open && !isOver && OPEN.some((tag) => tag.startsWith(start))) return undefined;
      state = open ? 'opened' : 'answer';
      if (open) {
        close = closeOf(open);
        held = start.slice(open.length);
      }
      return step(isOver);
    }
    if (state === 'opened') {
      held = held.trimStart();
      if (held === '') return undefined;
      state = 'thought';
    }
    if (state === 'thought') {
      const at = held.indexOf(close);
      if (at >= 0) {
        const text = held.slice(0, at).trimEnd();
        held = held.slice(at + close.length);
        state = 'gap';
        return { kind: 'thought', text };
      }
      // The end may be the beginning of the tag, with the white space before it.
      const keep = isOver ? 0 : tailOf(held, close);
      const text = held.slice(0, held.length - keep);
      held = held.slice(held.length - keep);
      return text === '' ? undefined : { kind: 'thought', text };
    }
    if (state === 'gap') {
      held = held.trimStart();
      if (held === '') return undefined;
      state = 'answer';
    }
    const text = held;
    held = '';
    return { kind: 'answer', text };
  };

  const all = (isOver: boolean): ThoughtPiece[] => {
    const pieces: ThoughtPiece[] = [];
    for (let left = -1; held !== '' && left !== held.length; ) {
      left = held.length;
      const piece = step(isOver);
      if (piece && piece.text !== '') pieces.push(piece);
    }
    return pieces;
  };

  return {
    take(text) {
      held += text;
      return all(false);
    },
    rest: () => all(true),
  };
}

/** How many characters at the end of a text may be white space and the beginning of a tag. */
function tailOf(text: string, tag: string): number {
  let tail = 0;
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length -= 1) {
    if (!text.endsWith(tag.slice(0, length))) continue;
    tail = length;
    break;
  }
  const before = text.slice(0, text.length - tail);
  return tail + before.length - before.trimEnd().length;
}
