import type { PromptDocument, Section } from '@promptvault/document';
import { publicText as t } from './public-text.ts';

export type DocumentPart = { id: string; name: string; text: string };

const messageNames = {
  system: () => t('systemMessage'),
  user: () => t('userMessage'),
  assistant: () => t('assistantMessage'),
};

function nameOf({ kind, role }: Section): string {
  if (kind === 'message') return messageNames[role ?? 'user']();
  return t(kind === 'output_format' ? 'outputFormat' : kind);
}

/** The sections that hold a text, each with a name; a second one of a kind is numbered. */
export function documentParts({ sections }: PromptDocument): DocumentPart[] {
  const counted = new Map<string, number>();
  return sections
    .filter(({ text }) => text.trim() !== '')
    .map((section) => {
      const name = nameOf(section);
      const count = (counted.get(name) ?? 0) + 1;
      counted.set(name, count);
      return { id: section.id, name: count > 1 ? `${name} ${count}` : name, text: section.text };
    });
}

/** The whole prompt as one text to take along: its sections as written, then its examples. */
export function documentText(document: PromptDocument): string {
  const examples = document.examples.map(
    ({ input, output }) => `${t('input')}:\n${input}\n${t('output')}:\n${output}`,
  );
  return [...documentParts(document).map(({ text }) => text.trim()), ...examples].join('\n\n');
}
