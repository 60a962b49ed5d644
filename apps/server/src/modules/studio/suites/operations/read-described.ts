import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { DescribedPromptView } from '@promptvault/contract/studio/suites/described';
import {
  checkDocument,
  coerceValue,
  DOCUMENT_LIMITS,
  documentVariables,
  emptyDocument,
  jsonSchema,
  listSymbols,
  type PromptDocument,
  promptDocumentSchema,
  settingsSchema,
} from '@promptvault/document';
import { objectsIn } from '@promptvault/document/techniques';
import * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { readRunOutcome } from '../../runs/index.ts';
import { readProposals } from './read-proposals.ts';

/** What a model made of a description; nothing is stored. @throws auth.forbidden, resource.not_found */
export async function getDescribedPrompt(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.create'>,
  { runId }: { runId: string },
): Promise<DescribedPromptView> {
  const { status, output, error, microDollars } = await readRunOutcome(ctx, runId);
  const answer = output.slice(0, longestAnswer).toWellFormed();
  const said = { runId, status, answer, microDollars };
  if (status === 'finished') return { ...said, ...readDescribed(output) };
  const faults = isRunOver(status)
    ? [error?.message ?? 'The run was ended before its answer was whole.']
    : [];
  return { ...said, draft: null, faults, problems: [] };
}

const longestAnswer = 1_000_000;
const longestTitle = DOCUMENT_LIMITS.name;
const longestDescription = 1_000;
const mostFaults = 12;

const text = (max: number) => z.string().max(max);
const variableShape = z.object({
  name: z
    .string()
    .max(100)
    .regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, 'A name has letters, digits and _.'),
  // A file is chosen from a context, which a described prompt does not have.
  type: z.enum(['text', 'number', 'boolean', 'select', 'list', 'json']),
  description: text(5_000).default(''),
  required: z.boolean().default(true),
  default: jsonSchema.nullish(),
  options: z.array(text(1_000).min(1)).max(200).default([]),
  example: jsonSchema.nullish(),
});
const answerShape = z.object({
  title: z.string().trim().min(1).max(1_000),
  description: text(10_000).default(''),
  sections: z
    .array(
      z.object({
        kind: z.enum(['system', 'instructions', 'context', 'output_format']),
        text: text(200_000).min(1),
      }),
    )
    .min(1)
    .max(50),
  variables: z.array(variableShape).max(100).default([]),
  settings: settingsSchema.pick({ temperature: true, topP: true, maxOutputTokens: true }).default({}),
});

export type ReadDescribed = Pick<DescribedPromptView, 'draft' | 'faults' | 'problems'>;
const wrong = (faults: readonly string[]): ReadDescribed => ({
  draft: null,
  faults: faults.slice(0, mostFaults),
  problems: [],
});

/** The prompt in an answer, or in words why there is none. Never throws for what a model said. */
export function readDescribed(output: string): ReadDescribed {
  const said = output.slice(0, longestAnswer);
  const given = objectsIn(said).findLast((one) => Object.hasOwn(one, 'sections'));
  if (!given) return wrong(['The answer has no JSON object of a prompt.']);
  const parsed = answerShape.safeParse(given);
  if (!parsed.success)
    return wrong(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'The whole'}: ${message}`),
    );
  const document = promptDocumentSchema.safeParse(toDocument(parsed.data));
  if (!document.success)
    return wrong(document.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  const faults = faultsOf(document.data);
  if (faults.length > 0) return wrong(faults);
  const { title, description } = parsed.data;
  const { cases, problems } = casesOf(said, given, document.data);
  return {
    draft: {
      title: oneLine(title, longestTitle) || 'Untitled',
      description: oneLine(description, longestDescription),
      document: document.data,
      cases,
    },
    faults: [],
    problems,
  };
}

const oneLine = (words: string, most: number) =>
  words.replaceAll('\0', '').replace(/\s+/gu, ' ').trim().slice(0, most).toWellFormed();

/** Examples have no place of their own in a document: the description of the variable says them. */
function toDocument({ sections, variables, settings }: z.output<typeof answerShape>): unknown {
  return {
    ...emptyDocument(),
    sections: sections.map(({ kind, text }, index) => ({
      ...{ id: `section-${index + 1}`, kind, role: null },
      text: text.replaceAll('\0', '').toWellFormed(),
    })),
    variables: variables.map(
      ({ name, type, description, required, default: standard, options, example }, index) => ({
        ...{ id: `variable-${index + 1}`, name, type, required, options: type === 'select' ? options : [] },
        description: [description.trim(), exampleOf(example)].filter(Boolean).join(' ').toWellFormed(),
        default: standard ?? null,
      }),
    ),
    settings,
  };
}

const exampleOf = (example: unknown): string => {
  const words = typeof example === 'string' ? example : JSON.stringify(example ?? '');
  return words.trim() === '' || words === '""' ? '' : `For example: ${words.slice(0, 2_000).trim()}`;
};

function faultsOf(document: PromptDocument): string[] {
  const faults = checkDocument(document).flatMap(({ severity, code, message, sectionId }) =>
    severity === 'error' || (severity === 'warning' && code.startsWith('template.'))
      ? [sectionId ? `${sectionId}: ${message}` : message]
      : [],
  );
  if (document.sections.every(({ text }) => text.trim() === '')) faults.push('No section says anything.');
  const referred = listSymbols(document).some(
    ({ as, symbol }) => symbol.kind === 'reference' || as === 'dynamic',
  );
  if (referred) faults.push('It takes in another prompt, which it cannot know.');
  for (const { name, declared } of documentVariables(document))
    if (!declared) faults.push(`It uses "${name}" and does not declare it.`);
  for (const { name, type, options, default: standard } of document.variables) {
    if (type === 'select' && options.length === 0) faults.push(`"${name}" is a select without options.`);
    const fit = coerceValue({ type, options }, standard);
    if (fit.outcome === 'misfit') faults.push(`The default of "${name}" ${fit.reason}.`);
  }
  return faults;
}

/** Its cases; a value of a variable that the prompt does not have is left out of them, and said. */
function casesOf(said: string, given: Record<string, unknown>, document: PromptDocument) {
  if (!Array.isArray(given.cases) || given.cases.length === 0) return { cases: [], problems: [] };
  const { cases, problems } = readProposals(said);
  const names = new Set(document.variables.map(({ name }) => name));
  return {
    problems: [
      ...problems,
      ...cases.flatMap(({ name, values }) => {
        const unknown = Object.keys(values).filter((key) => !names.has(key));
        return unknown.length > 0
          ? [`“${name}” gave ${unknown.join(', ').slice(0, 200)}, which the prompt does not have.`]
          : [];
      }),
    ],
    cases: cases.map((one) => ({
      ...one,
      values: Object.fromEntries(Object.entries(one.values).filter(([key]) => names.has(key))),
    })),
  };
}
