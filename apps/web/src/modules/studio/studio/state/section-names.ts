import type { MessageRole, Section, SectionKind } from '@promptvault/document';
import { t } from '../messages.ts';

const kinds: Record<SectionKind, () => string> = {
  system: () => t('kindSystem'),
  instructions: () => t('kindInstructions'),
  context: () => t('kindContext'),
  examples: () => t('kindExamples'),
  output_format: () => t('kindOutput'),
  message: () => t('kindMessage'),
};

const roles: Record<MessageRole, () => string> = {
  system: () => t('roleSystem'),
  user: () => t('roleUser'),
  assistant: () => t('roleAssistant'),
};

export const kindName = (kind: SectionKind) => kinds[kind]();
export const roleName = (role: MessageRole) => roles[role]();

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `User message`. */
export const messageName = (role: MessageRole) => capital(t('messageOf', { role: roleName(role) }));

/** `Instructions`, `User message`; a second section of a kind is numbered: `Instructions 2`. */
export function sectionName(section: Section, sections: readonly Section[]): string {
  if (section.kind === 'message') return messageName(section.role ?? 'user');
  const name = kindName(section.kind);
  const alike = sections.filter(({ kind }) => kind === section.kind);
  const place = alike.findIndex(({ id }) => id === section.id);
  return place > 0 ? `${name} ${place + 1}` : name;
}

const hints: Record<SectionKind, () => string> = {
  system: () => t('hintSystem', { tag: '{{name}}' }),
  instructions: () => t('hintInstructions', { tag: '{{name}}', partial: '{{> path}}' }),
  context: () => t('hintContext'),
  examples: () => t('hintExamples'),
  output_format: () => t('hintOutput'),
  message: () => t('hintMessage'),
};

export const sectionHint = (kind: SectionKind) => hints[kind]();
