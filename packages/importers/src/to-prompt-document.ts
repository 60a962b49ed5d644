import { DOCUMENT_LIMITS, emptyDocument, type PromptDocument } from '@promptvault/document';
import { type DollarConversion, fromDollar, type Problem } from '@promptvault/template';

/** Makes an element's id from where it stands, so that the same row always becomes the same document. */
export type MakeElementId = (kind: 'section' | 'variable', name: string, position: number) => string;

export type ConvertedPrompt = {
  value: PromptDocument;
  /** What was renamed, dropped or left as text; positions lie in the row's content. */
  problems: Problem[];
};

/** One text becomes one instructions section; its `${name:default}` marks become declared text variables. */
export function toPromptDocument(row: { content: string }, makeId: MakeElementId): ConvertedPrompt {
  const converted = fromDollar(row.content);
  const fits = canBeDeclared(converted.value);
  const value: DollarConversion = fits
    ? converted.value
    : { source: row.content, delimiters: null, variables: [] };
  const problems = fits ? converted.problems : [tooManyVariables()];
  const document: PromptDocument = {
    ...emptyDocument(),
    delimiters: value.delimiters === null ? null : [value.delimiters[0], value.delimiters[1]],
    sections: [
      { id: makeId('section', 'instructions', 0), kind: 'instructions', role: null, text: value.source },
    ],
    variables: value.variables.map((variable, position) => ({
      id: makeId('variable', variable.name, position),
      name: variable.name,
      type: 'text',
      description: variable.original === variable.name ? '' : variable.original,
      required: variable.default === null,
      default: variable.default,
      options: [],
    })),
  };
  return { value: document, problems };
}

function canBeDeclared({ source, variables }: DollarConversion): boolean {
  return (
    variables.length <= DOCUMENT_LIMITS.variables &&
    variables.every(({ name }) => name.length <= DOCUMENT_LIMITS.name) &&
    source.length <= DOCUMENT_LIMITS.text
  );
}

function tooManyVariables(): Problem {
  const start = { offset: 0, line: 1, column: 1 };
  const message = `The text has more than ${DOCUMENT_LIMITS.variables} variables or a name longer than ${DOCUMENT_LIMITS.name} characters; it was kept as it is.`;
  return { severity: 'warning', code: 'dollar.left_as_text', message, from: start, to: start };
}
