import type { Section } from './shape.ts';

/** In the order in which they are sent. */
const TEXT_KINDS = ['system', 'instructions', 'context', 'output_format'] as const;

/** What a prompt contributes where a text takes it in: its texts in order, joined by one blank line. */
export function partialText(sections: readonly Section[]): string {
  return TEXT_KINDS.flatMap((kind) => sections.filter((section) => section.kind === kind))
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}
