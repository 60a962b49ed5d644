/** What a model answered as rewrites: edits of a prompt, made and looked at. Never throws for what a model said. */
import {
  checkDocument,
  documentVariables,
  hashDocument,
  listSymbols,
  type PromptDocument,
  promptDocumentSchema,
} from '@promptvault/document';
import { objectsIn } from '@promptvault/document/techniques';
import * as z from 'zod';

export interface Rewrite {
  /** What it tries, in words. */
  idea: string;
  /** Null where what was said cannot be made of the prompt. */
  document: PromptDocument | null;
  /** Why it is not run, in words; null for one that is. */
  discarded: string | null;
}

const longestText = 200_000;
const longestIdea = 500;
const text = z.string().max(longestText);
const editShape = z.union([
  z.object({ section: z.string().max(200), text }),
  z.object({ add: z.enum(['system', 'instructions', 'context', 'output_format']), text: text.min(1) }),
]);
const rewriteShape = z.object({ idea: z.string().default(''), edits: z.array(editShape).min(1).max(50) });

/** At most `most` of them; undefined when there are none in the answer at all. */
export function readRewrites(
  answer: string,
  {
    base,
    original,
    known,
    most,
  }: {
    /** What the edits are of. */
    base: PromptDocument;
    original: PromptDocument;
    /** Documents there are already. */
    known: readonly PromptDocument[];
    most: number;
  },
): Rewrite[] | undefined {
  const given = listIn(answer);
  if (!given) return undefined;
  const hashes = new Set(known.map(hashDocument));
  return given.slice(0, most).map((one) => {
    const parsed = rewriteShape.safeParse(one);
    if (!parsed.success)
      return { idea: '', document: null, discarded: 'The model gave no edits of the prompt.' };
    const idea = clean(parsed.data.idea.replace(/\s+/gu, ' ').trim()).slice(0, longestIdea);
    const made = makeEdits(base, parsed.data.edits);
    if (typeof made === 'string') return { idea, document: null, discarded: made };
    const discarded = whyDiscarded(made, original, hashes);
    hashes.add(hashDocument(made));
    return { idea, document: made, discarded };
  });
}

const clean = (words: string) => words.replaceAll('\0', '').toWellFormed();

/** Of several, the last: what stands before it was thought aloud. */
function listIn(answer: string): unknown[] | undefined {
  const list = objectsIn(answer).findLast(
    ({ candidates }) => Array.isArray(candidates) && candidates.length > 0,
  )?.candidates;
  return Array.isArray(list) ? list : undefined;
}

function makeEdits(
  base: PromptDocument,
  edits: z.output<typeof rewriteShape>['edits'],
): PromptDocument | string {
  let sections = base.sections;
  for (const edit of edits) {
    if ('add' in edit) {
      const id = freeId(sections.map((section) => section.id));
      sections = [...sections, { id, kind: edit.add, role: null, text: clean(edit.text) }];
    } else {
      if (!sections.some(({ id }) => id === edit.section))
        return 'It changes a section that the prompt does not have.';
      sections = sections.map((one) => (one.id === edit.section ? { ...one, text: clean(edit.text) } : one));
    }
  }
  const parsed = promptDocumentSchema.safeParse({ ...base, sections });
  return parsed.success
    ? parsed.data
    : `It is no prompt: ${parsed.error.issues[0]?.message ?? 'it does not parse'}`;
}

function freeId(taken: readonly string[]): string {
  for (let number = 1; ; number++) if (!taken.includes(`added-${number}`)) return `added-${number}`;
}

const namesOf = (document: PromptDocument) =>
  new Set(documentVariables(document).flatMap(({ name, useCount }) => (useCount > 0 ? [name] : [])));

/** Variables whose value names a prompt that is taken in. */
const includedBy = (document: PromptDocument) =>
  new Set(
    listSymbols(document).flatMap(({ as, symbol }) =>
      as === 'dynamic' && 'name' in symbol ? [symbol.name] : [],
    ),
  );

/** Tools, schema, settings and declarations cannot be edited; the texts must still fit them. */
function whyDiscarded(
  made: PromptDocument,
  original: PromptDocument,
  hashes: ReadonlySet<string>,
): string | null {
  if (hashes.has(hashDocument(made))) return 'It is the same as the prompt, or as another candidate.';
  const errors = (document: PromptDocument) =>
    checkDocument(document).filter(({ severity }) => severity === 'error');
  const before = new Set(errors(original).map(({ code, subject }) => `${code} ${subject ?? ''}`));
  const fault = errors(made).find(({ code, subject }) => !before.has(`${code} ${subject ?? ''}`));
  if (fault) return `It has an error that the prompt does not have: ${fault.message}`;
  const [was, is] = [namesOf(original), namesOf(made)];
  const lost = [...was].filter((name) => !is.has(name));
  if (lost.length > 0) return `It no longer uses ${lost.join(', ')}.`;
  const invented = [...is].filter((name) => !was.has(name));
  if (invented.length > 0) return `It uses ${invented.join(', ')}, which the prompt does not have.`;
  const tookIn = includedBy(original);
  const taken = [...includedBy(made)].filter((name) => !tookIn.has(name));
  if (taken.length > 0)
    return `It takes in whatever prompt ${taken.join(', ')} names, which the prompt does not.`;
  return null;
}
