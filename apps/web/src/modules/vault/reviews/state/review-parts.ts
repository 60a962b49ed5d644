/** Two versions as pairs of texts for the comparison: sections by name, then what else differs. */
import {
  canonicalJson,
  compareDocuments,
  type Json,
  type PromptDocument,
  type Section,
} from '@promptvault/document';
import type { ComparePart } from '../../../../ui/compare/compare-view.tsx';
import { t } from '../messages.ts';

const kinds: Record<Section['kind'], () => string> = {
  system: () => t('kindSystem'),
  instructions: () => t('kindInstructions'),
  context: () => t('kindContext'),
  examples: () => t('kindExamples'),
  output_format: () => t('kindOutput'),
  message: () => t('kindMessage'),
};

const write = (value: unknown) => {
  const text = JSON.stringify(JSON.parse(canonicalJson(value as Json)), null, 2);
  return text === '[]' || text === '{}' || text === 'null' ? '' : text;
};

const others = ['variables', 'examples', 'tools', 'settings', 'responseSchema', 'techniques'] as const;
const otherNames: Record<(typeof others)[number], () => string> = {
  variables: () => t('variables'),
  examples: () => t('kindExamples'),
  tools: () => t('tools'),
  settings: () => t('settings'),
  responseSchema: () => t('schema'),
  techniques: () => t('techniques'),
};

/** What a conflict is about, in the words of the page: its section's kind, or the part of the document. */
export function conflictName(path: string, { sections }: PromptDocument): string {
  const [part = '', id] = path.split('/').map(decodeURIComponent);
  const section = part === 'sections' && sections.find((each) => each.id === id);
  if (section) return kinds[section.kind]();
  return others.some((each) => each === part) ? otherNames[part as keyof typeof otherNames]() : t('document');
}

export function reviewParts(before: PromptDocument, after: PromptDocument): ComparePart[] {
  const sections = compareDocuments(before, after).sections.map((change): ComparePart => {
    const section = change.after ?? change.before;
    return {
      id: change.id,
      label: (section && kinds[section.kind]?.()) ?? change.id,
      before: change.before?.text ?? '',
      after: change.after?.text ?? '',
    };
  });
  const rest = others.map((field) => ({
    id: field,
    label: otherNames[field](),
    before: write(before[field] ?? null),
    after: write(after[field] ?? null),
  }));
  return [...sections, ...rest];
}
