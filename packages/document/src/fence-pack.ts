import type { ContextPack } from './shape.ts';

/**
 * The files of a pack as text: each a fenced block headed by its path and lines, joined by a blank line.
 * The fence is longer than any run of backticks in the file, so no content can end it.
 */
export function fencePack(pack: ContextPack): string {
  return pack.items.map(fenceItem).join('\n\n');
}

function fenceItem({ path, from, to, text }: ContextPack['items'][number]): string {
  const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  const language = /\.([a-z0-9]{1,10})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const range = from === undefined ? '' : ` (lines ${from}-${to ?? from})`;
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${flattenPath(path)}${range}\n${fence}${language}\n${text}${end}${fence}`;
}

/** A path is one line, whatever characters a file system allowed in it. */
function flattenPath(path: string): string {
  return path.replace(/\p{Cc}/gu, '\u{fffd}');
}
