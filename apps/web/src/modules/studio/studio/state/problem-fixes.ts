/** Repairs that are surely what is meant: each is a step of the document, with the words for it. */
import type { DocumentProblem, DocumentVariable, PromptDocument, Section } from '@promptvault/document';
import { DEFAULT_DELIMITERS, type Delimiters, parse } from '@promptvault/template';
import { t } from '../messages.ts';
import { type DocumentEdit, declareVariable, removeVariable, replacePassage } from './document-edits.ts';
import { firstDeclaration } from './first-declaration.ts';

export type ProblemFix = { label: string; edit: DocumentEdit };

/** What a written reference leads to now. */
export type ReferenceTarget = { version: number; label: string | null };

type FixGrounds = {
  document: PromptDocument;
  variables: readonly DocumentVariable[];
  targetOf: (reference: string) => ReferenceTarget | undefined;
};

export function fixesOf(problem: DocumentProblem, grounds: FixGrounds): ProblemFix[] {
  const { document, variables } = grounds;
  const section = document.sections.find(({ id }) => id === problem.sectionId);
  switch (problem.code) {
    case 'variable.undeclared':
      return declare(variables.find(({ name }) => name === problem.subject));
    case 'variable.unused': {
      const declared = document.variables.find(({ name }) => name === problem.subject);
      return declared
        ? [{ label: t('fixRemoveDeclaration', { name: declared.name }), edit: removeVariable(declared.id) }]
        : [];
    }
    case 'reference.floating':
      return section ? pin(problem, section, grounds.targetOf) : [];
    case 'template.unclosed_section':
      return section ? close(problem, section, document.delimiters ?? DEFAULT_DELIMITERS) : [];
    case 'template.stray_close':
      return section ? removeTag(problem, section) : [];
    default:
      return [];
  }
}

const declare = (variable: DocumentVariable | undefined): ProblemFix[] =>
  variable
    ? [{ label: t('declare', { name: variable.name }), edit: declareVariable(firstDeclaration(variable)) }]
    : [];

/** The label it came by, then the version. Only a reference written here can be changed here. */
function pin(problem: DocumentProblem, section: Section, targetOf: FixGrounds['targetOf']): ProblemFix[] {
  const reference = problem.subject ?? '';
  const target = targetOf(reference);
  const { from, was } = passageOf(problem, section);
  const at = was.indexOf(reference);
  if (!target || at < 0) return [];
  const refs = [...(target.label === null ? [] : [target.label]), String(target.version)];
  return refs.map((ref) => ({
    label: t('fixPin', { ref: /^\d+$/.test(ref) ? t('showing', { number: ref }) : ref }),
    edit: replacePassage({
      sectionId: section.id,
      from: from + at,
      was: reference,
      insert: `${reference}@${ref}`,
    }),
  }));
}

/**
 * On a line of its own a section is closed after its paragraph, within a line at the end of that. Offered only
 * where that mends the text.
 */
function close(problem: DocumentProblem, section: Section, delimiters: Delimiters): ProblemFix[] {
  const { text } = section;
  const { from, to, was } = passageOf(problem, section);
  const name = was.slice(delimiters[0].length + 1, -delimiters[1].length).trim();
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = endOf(text, '\n', to);
  const alone = text.slice(lineStart, from).trim() === '' && text.slice(to, lineEnd).trim() === '';
  const at = alone ? endOf(text, '\n\n', to) : lineEnd;
  const tag = `${delimiters[0]}/${name}${delimiters[1]}`;
  const insert = alone ? `\n${text.slice(lineStart, from)}${tag}` : tag;
  const mended = text.slice(0, at) + insert + text.slice(at);
  if (countErrors(mended, delimiters) >= countErrors(text, delimiters)) return [];
  const before = text.slice(from, at);
  return [
    {
      label: t('fixClose', { tag }),
      edit: replacePassage({ sectionId: section.id, from, was: before, insert: before + insert }),
    },
  ];
}

const removeTag = (problem: DocumentProblem, section: Section): ProblemFix[] => {
  const { from, was } = passageOf(problem, section);
  return [
    {
      label: t('fixRemove', { tag: was }),
      edit: replacePassage({ sectionId: section.id, from, was, insert: '' }),
    },
  ];
};

function passageOf({ from, to }: DocumentProblem, { text }: Section) {
  return { from: from.offset, to: to.offset, was: text.slice(from.offset, to.offset) };
}

function endOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

const countErrors = (text: string, delimiters: Delimiters) =>
  parse(text, { delimiters }).problems.filter(({ severity }) => severity === 'error').length;
