/** What a person changed in a prompt that a model wrote. Kept by this tab, so that a reload loses nothing. */
import { checkDocument, documentVariables, type PromptDocument } from '@promptvault/document';
import type { NewCase } from '../api/cases.ts';
import { t } from './described-messages.ts';
import type { Review } from './proposal-review.ts';

export interface DescribedEdit {
  title?: string;
  description?: string;
  /** Texts by the id of their section. */
  texts?: Readonly<Record<string, string>>;
  review?: Review;
  commit?: boolean;
}

export const editedDocument = (document: PromptDocument, { texts = {} }: DescribedEdit): PromptDocument => ({
  ...document,
  sections: document.sections.map((one) => ({ ...one, text: texts[one.id] ?? one.text })),
});

/** Why it cannot be created as it stands, in words. */
export const faultsOf = (document: PromptDocument): string[] => [
  ...checkDocument(document).flatMap(({ severity, message }) => (severity === 'error' ? [message] : [])),
  ...documentVariables(document).flatMap(({ name, declared }) =>
    declared ? [] : [t('undeclared', { name })],
  ),
];

/** The cases that were accepted, as they were edited. */
export const acceptedCases = (cases: readonly NewCase[], review: Review = {}): NewCase[] =>
  cases.flatMap((one, index) =>
    review[index]?.decision === 'accepted' ? [review[index]?.edited ?? one] : [],
  );
