import { emptyDocument, type PromptDocument, type RenderedDocument } from '@promptvault/document';
import { type TokenFamily, tokenFamilyOf } from '@promptvault/tokens';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { type Model, type ModelChoice, useModels } from '../../models/index.ts';
import { usePrivateMode } from '../../runs/index.ts';
import { draftBaseQuery, type Prompt, versionQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { isSameDocument } from './compare-parts.ts';
import { usePack } from './pack-memory.ts';
import { tokensOfAttached, useRunAttachments } from './run-attachments.ts';
import { kindName, sectionName } from './section-names.ts';
import {
  budgetParts,
  packTokens,
  sectionTokens,
  smallestLimit,
  techniqueForecast,
  usualAnswer,
} from './token-budget.ts';
import { type Draft, useCalmDocument, useDraft, useDraftState } from './use-draft.ts';
import { useKept } from './use-kept.ts';
import { type Rendering, useRendering } from './use-rendering.ts';
import { useResting } from './use-resting.ts';
import { useTokenCount } from './use-token-count.ts';
import { useValueSets } from './use-value-sets.ts';
import { isValueProblem, valueProblems } from './variable-values.ts';

const nothing = emptyDocument();
/** Stands for a text that is still asked for. */
const awaited = emptyDocument();
/** Nobody here knows prices and windows of the models of this browser's connections. */
const unknownModels: readonly Model[] = [];
const noProblems: RenderedDocument['problems'] = [];

/** One branch as the page needs it; undefined while it is asked for. */
export type StudioBranch = { name: string; isDefault: boolean; head: number | undefined; mayWrite: boolean };

/** Everything one prompt is on the studio page: its text, what is filled in, what it costs, what is wrong. */
export function useStudio(
  prompt: Prompt,
  { name: branch, isDefault, head, mayWrite }: StudioBranch,
  organizationId: string,
) {
  const may = useMay();
  const draft = useDraft({ organizationId, promptId: prompt.id, branch }, mayWrite);
  const draftState = useDraftState(draft);
  const text = useStudioText({ promptId: prompt.id, branch, head, mayWrite, draft });
  const valueSets = useValueSets(prompt.id);
  const { entries, changeEntries, all: allEntries } = valueSets;
  const [pack, setPack] = usePack(prompt.id);
  const attached = useRunAttachments(prompt.id);
  const models = useChosenModels(prompt.id);
  const privately = usePrivateMode(prompt.id);
  const families = privately.isOn
    ? privately.choices.map(({ model }) => tokenFamilyOf(model))
    : models.families;
  const { rendering, renderNow, withExamples, examples, references } = useRendering({
    ...{ document: text.document, entries, pack, sets: allEntries, families },
  });
  const known = privately.isOn ? unknownModels : models.known;
  const budget = useBudget(text.document, rendering, known, tokensOfAttached(attached.files, known));
  const valueFaults = useMemo(
    () => valueProblems(rendering.variables, entries, rendering.rendered.problems),
    [rendering, entries],
  );
  /** What is rendered is a moment behind the text. */
  const isAwaited = rendering.document === awaited;
  const problems = isAwaited ? noProblems : rendering.rendered.problems;
  const errors =
    problems.filter((problem) => problem.severity === 'error' && !isValueProblem(problem)).length +
    valueFaults.size;
  return {
    prompt,
    branch,
    isDefaultBranch: isDefault,
    /** The newest version of the branch. */
    head,
    /** A guest sees the text, and what it would be with values; runs belong to members. */
    mayRun: may('run.create'),
    mayBranch: may('prompt.branch') && prompt.deletedAt === null,
    draft,
    editing: draftState?.phase === 'ready' ? draft?.editing : undefined,
    draftState,
    mayWrite,
    ...text,
    entries,
    changeEntries,
    valueSets,
    pack,
    setPack,
    /** Images and PDF documents that go with the next run. */
    attached,
    models,
    /** Straight from this browser, with connections of its own. */
    privately,
    /** How the models count that it is run on. */
    families,
    rendering,
    renderNow,
    withExamples,
    /** Of the cases of a set, what goes with it. */
    examples,
    references,
    valueFaults,
    problems,
    errors,
    isAwaited,
    /** Whether the text, the version it goes on from and what it refers to are known: what a run takes. */
    isHere: !isAwaited && text.isSavedKnown && !rendering.isResolving,
    budget,
  };
}

export type Studio = ReturnType<typeof useStudio>;

type TextPlace = {
  promptId: string;
  branch: string;
  head: number | undefined;
  mayWrite: boolean;
  draft: Draft | undefined;
};

/** The draft for who may write, the newest version for who may read; and the version it goes on from. */
function useStudioText({ promptId, branch, head, mayWrite, draft }: TextPlace) {
  const base = useQuery({ ...draftBaseQuery(promptId, branch), enabled: mayWrite });
  const baseNumber = mayWrite ? (base.data?.baseVersion ?? undefined) : head;
  const version = useQuery({
    ...versionQuery(promptId, baseNumber ?? 0),
    enabled: baseNumber !== undefined,
  });
  const written = useResting(useCalmDocument(draft));
  const saved = version.data?.document as PromptDocument | undefined;
  const isWaiting = mayWrite ? false : version.isPending && head !== undefined;
  const document = (mayWrite ? written : saved) ?? (mayWrite || isWaiting ? awaited : nothing);
  const isEdited = useMemo(
    () =>
      mayWrite &&
      document !== awaited &&
      (saved ? !isSameDocument(saved, document) : baseNumber === undefined),
    [mayWrite, saved, document, baseNumber],
  );
  // Whoever may not write any more is refused the draft, and reads what is saved.
  const failure = (mayWrite ? base.error : null) ?? version.error ?? undefined;
  return {
    document,
    /** The version the text goes on from. */
    baseNumber,
    isEdited,
    isBaseKnown: !mayWrite || base.isSuccess,
    isSavedKnown: !(mayWrite && base.isPending) && !(baseNumber !== undefined && version.isPending),
    failure,
    isWaiting,
  };
}

/** The models of the last run of this prompt; a prompt that never ran begins with those used last. */
function useChosenModels(promptId: string) {
  const { find, familiesOf, isPending, models } = useModels();
  const [last, changeLast] = useKept<readonly ModelChoice[]>('models', []);
  const [chosen, change] = useKept<readonly ModelChoice[] | null>(`models.${promptId}`, null);
  const choices = chosen ?? last;
  const known = choices.flatMap((choice): Model[] => {
    const model = find(choice);
    return model ? [model] : [];
  });
  return {
    choices,
    known,
    families: familiesOf(choices),
    all: models,
    isPending,
    choose(next: readonly ModelChoice[]) {
      change(() => next);
      changeLast(() => next);
    },
  };
}

/** Whose tokens are counted: the first chosen model's, else those of today's usual encoding. */
const familyOf = ([model]: readonly Model[]): TokenFamily =>
  model ? tokenFamilyOf(model.model, model.provider) : 'o200k';

/** What is sent without a section of this document: files, examples, what techniques add, and what it inherits. */
function looseName(part: string, document: PromptDocument): string {
  if (part === 'technique') return t('techniques');
  if (part === 'pairs') return t('fewShot');
  return part === 'inherited'
    ? (document.extends ?? '')
    : kindName(part === 'files' ? 'context' : 'examples');
}

function useBudget(
  document: PromptDocument,
  rendering: Rendering,
  models: readonly Model[],
  attachmentTokens: number,
) {
  const family = familyOf(models);
  const { count, isEstimated } = useTokenCount(family);
  const tokens = useMemo(
    () => sectionTokens(rendering.rendered.sections, rendering.pack, count),
    [rendering, count],
  );
  const parts = useMemo(() => {
    const label = (id: string) => {
      const section = document.sections.find((each) => each.id === id);
      return section ? sectionName(section, document.sections) : looseName(id, document);
    };
    const written = budgetParts(document, tokens, label);
    return attachmentTokens === 0
      ? written
      : [...written, { id: 'attachments', label: t('attachments'), tokens: attachmentTokens }];
  }, [document, tokens, attachmentTokens]);
  const used = parts.reduce((sum, part) => sum + part.tokens, 0);
  const answer = document.settings.maxOutputTokens ?? usualAnswer;
  return {
    family,
    count,
    isEstimated: isEstimated || rendering.pack.items.length > 0 || attachmentTokens > 0,
    tokens,
    parts,
    used,
    /** Tokens that everything but the chosen files takes. */
    besidesFiles: used - packTokens(rendering.pack),
    answer,
    limit: smallestLimit(models),
    ...techniqueForecast(rendering.rendered.techniques, models, {
      ...{ input: used, answer, longest: document.settings.maxOutputTokens },
    }),
  };
}

/** Which wrong fields show it: those left once, and all after a run was tried. */
export function useTouched() {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  return {
    shows: (name: string) => tried || touched.has(name),
    touch: (name: string) => setTouched((before) => (before.has(name) ? before : new Set([...before, name]))),
    tryAll: () => setTried(true),
  };
}
