/**
 * Sections in a Markdown file: one heading each, a blank line, the text as it is, and a blank line. A line of a text
 * that looks like one of these headings gets a backslash before it, as Markdown escapes it; one that has such
 * backslashes already gets one more.
 */
import type { MessageRole, Section, SectionKind } from '../shape.ts';

const NAMES: Record<SectionKind, string> = {
  system: 'System',
  instructions: 'Instructions',
  context: 'Context',
  examples: 'Examples',
  output_format: 'Output format',
  message: 'Message',
};
const KINDS = new Map(Object.entries(NAMES).map(([kind, name]) => [name, kind as SectionKind]));

const HEADING =
  /^# (System|Instructions|Context|Examples|Output format|Message)(?: \((system|user|assistant)\))?$/;
export type WrittenSection = Omit<Section, 'id'>;

export function writeSections(sections: readonly WrittenSection[]): string {
  return sections
    .map(({ kind, role, text }, index) => {
      const heading = `# ${NAMES[kind]}${role === null ? '' : ` (${role})`}\n`;
      const end = index === sections.length - 1 ? '\n' : '\n\n';
      return text === '' ? `${heading}${end.slice(1)}` : `${heading}\n${escapeText(text)}${end}`;
    })
    .join('');
}

/** Text before the first heading is answered apart. */
export function readSections(body: string): { before: string; sections: WrittenSection[] } {
  const sections: WrittenSection[] = [];
  const parts: { head: RegExpExecArray; from: number; lineFrom: number }[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\n', at);
    const lineEnd = end === -1 ? body.length : end;
    const head = body.charAt(at) === '#' && lineEnd - at < 60 ? HEADING.exec(body.slice(at, lineEnd)) : null;
    if (head) parts.push({ head, lineFrom: at, from: Math.min(lineEnd + 1, body.length) });
    at = lineEnd + 1;
  }
  for (const [index, { head, from }] of parts.entries()) {
    const next = parts[index + 1];
    sections.push({
      kind: KINDS.get(head[1] ?? '') ?? 'instructions',
      role: (head[2] as MessageRole | undefined) ?? null,
      text: unescapeText(cutEdges(body.slice(from, next?.lineFrom ?? body.length), next !== undefined)),
    });
  }
  return { before: body.slice(0, parts[0]?.lineFrom ?? body.length), sections };
}

/** Takes away the one blank line after a heading and the one before the next. */
function cutEdges(raw: string, hasNext: boolean): string {
  const text = raw.startsWith('\n') ? raw.slice(1) : raw;
  const end = hasNext ? '\n\n' : '\n';
  if (text.endsWith(end)) return text.slice(0, -end.length);
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

// Only "\n" ends a line here: with the flag `m` a lone "\r" and two rarer signs would begin one too.
const eachLine = (text: string, change: (line: string) => string) => text.split('\n').map(change).join('\n');

const escapeText = (text: string) => eachLine(text, (line) => (looksLikeHeading(line) ? `\\${line}` : line));

const unescapeText = (text: string) =>
  eachLine(text, (line) => (line.startsWith('\\') && looksLikeHeading(line) ? line.slice(1) : line));

function looksLikeHeading(line: string): boolean {
  let from = 0;
  while (line.charCodeAt(from) === 92) from += 1;
  return line.charAt(from) === '#' && HEADING.test(line.slice(from));
}
