/** What a conflict is about, in the words of the page, and its values as texts. */
import { canonicalJson, type Json, type PromptDocument } from '@promptvault/document';
import { t } from '../messages.ts';
import { sectionName } from './section-names.ts';

export type ConflictKind = 'text' | 'field' | 'element' | 'order' | 'list';

const fields: Record<string, () => string> = {
  text: () => t('fieldText'),
  kind: () => t('fieldKind'),
  role: () => t('fieldRole'),
  name: () => t('fieldName'),
  type: () => t('type'),
  required: () => t('required'),
  description: () => t('description'),
  default: () => t('defaultLabel'),
  options: () => t('optionsLabel'),
  input: () => t('exampleInput'),
  output: () => t('exampleOutput'),
  parameters: () => t('toolParameters'),
  implementation: () => t('toolDoes'),
  sampling: () => t('samplingStrategy'),
  temperature: () => t('temperature'),
  topP: () => t('topP'),
  maxOutputTokens: () => t('maxOutput'),
  stop: () => t('stop'),
  seed: () => t('seed'),
  topK: () => t('topK'),
  frequencyPenalty: () => t('frequencyPenalty'),
  presencePenalty: () => t('presencePenalty'),
  reasoningEffort: () => t('reasoningEffort'),
  minP: () => t('minP'),
  repetitionPenalty: () => t('repetitionPenalty'),
  reasoningTokens: () => t('reasoningTokens'),
  logitBias: () => t('logitBias'),
  chainOfThought: () => t('chainOfThought'),
  selfConsistency: () => t('selfConsistency'),
  treeOfThoughts: () => t('treeOfThoughts'),
  react: () => t('react'),
  fewShot: () => t('fewShot'),
  examplesAs: () => t('examplesAs'),
  responseSchema: () => t('responseSchemaLabel'),
  delimiters: () => t('delimiters'),
  extends: () => t('parent'),
};

const lists: Record<string, () => string> = {
  sections: () => t('document'),
  variables: () => t('variablesPart'),
  examples: () => t('examplesPart'),
  tools: () => t('toolsPart'),
};

const fieldName = (field: string) => fields[field]?.() ?? field;

/** `Instructions · Text`, `Variable tone · Type`, `Temperature`; documents are looked through in turn. */
export function conflictName(path: string, documents: readonly PromptDocument[]): string {
  const [list = '', id = '', field] = path.split('/').map(decodeURIComponent);
  if (list === 'order') return t('orderOf', { list: lists[id]?.() ?? id });
  if (list === 'settings' || list === 'techniques') return fieldName(id);
  if (!(list in lists)) return fieldName(list);
  if (id === '') return lists[list]?.() ?? list;
  const owner = elementName(list, id, documents);
  return field === undefined ? owner : `${owner} · ${fieldName(field)}`;
}

function elementName(list: string, id: string, documents: readonly PromptDocument[]): string {
  for (const document of documents) {
    const section = document.sections.find((each) => each.id === id);
    if (list === 'sections' && section) return sectionName(section, document.sections);
    const variable = document.variables.find((each) => each.id === id);
    if (list === 'variables' && variable) return t('variableNamed', { name: variable.name });
    const tool = document.tools.find((each) => each.id === id);
    if (list === 'tools' && tool) return t('toolNamed', { name: tool.name });
    const place = document.examples.findIndex((each) => each.id === id);
    if (list === 'examples' && place >= 0) return t('exampleNumber', { number: place + 1 });
  }
  return id;
}

/** A value of one side as it is shown and compared; what a side does not have is an empty text. */
export function writeSide(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((item) => writeSide(item)).join('\n');
  if (typeof value.text === 'string') return value.text;
  return Object.entries(value)
    .filter(([key]) => key !== 'id')
    .map(([key, item]) => `${key}: ${typeof item === 'string' ? item : canonicalJson(item as Json)}`)
    .join('\n');
}

/** Whether someone may write another value than one of the sides: only texts can be typed here. */
export const isTyped = ({ kind, ours, theirs }: { kind: ConflictKind; ours: Json; theirs: Json }): boolean =>
  kind === 'text' || (typeof ours === 'string' && typeof theirs === 'string');
