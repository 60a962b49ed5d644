/** Where words go: what was asked for to stdout, everything on the way to stderr. */
export interface Terminal {
  out(text: string): void;
  note(text: string): void;
  /** One line that is written over; nothing where it is no terminal. */
  progress(text: string): void;
  isLive: boolean;
  paint(colour: keyof typeof colours, text: string): string;
}

const colours = { green: 32, red: 31, yellow: 33, dim: 2, bold: 1 } as const;

export function openTerminal(isPlain: boolean): Terminal {
  const isLive = process.stderr.isTTY === true;
  let isDirty = false;
  const clear = () => {
    if (isDirty) process.stderr.write('\r\u001b[2K');
    isDirty = false;
  };
  return {
    isLive,
    out(text) {
      clear();
      process.stdout.write(`${text}\n`);
    },
    note(text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!isLive) return;
      clear();
      process.stderr.write(text.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1)));
      isDirty = true;
    },
    paint: (colour, text) =>
      process.stdout.isTTY && !isPlain ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text,
  };
}

/** On one line, without what a terminal would obey or what turns the order of letters. */
export const harmless = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();

export const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
