import type {
  LeftOutModelView,
  LeftOutReason,
  ModelSuggestionsView,
  ModelTask,
  ModelView,
  SuggestedModelView,
} from '@promptvault/contract/studio/models/shapes';

/** A model with what the task would cost on it. */
export interface Candidate {
  model: ModelView;
  /** Of one call, in millionths of a dollar; null where no price is known. */
  microDollars: number | null;
  /** Answers on this machine or in its network. */
  local: boolean;
  /** The last test of its connection failed. */
  failing: boolean;
}

/**
 * Judges models by what a task needs. What surely cannot do it is left out with every reason; a price limit also
 * leaves out what has no known price, since nobody could promise that it is kept. Those that surely have every need
 * come first, then the cheaper, an unknown price behind all known ones, then the larger window, then the name.
 */
export function rankModels(candidates: readonly Candidate[], task: ModelTask): ModelSuggestionsView {
  const items: SuggestedModelView[] = [];
  const leftOut: LeftOutModelView[] = [];
  for (const candidate of candidates) {
    const judged = judge(candidate, task);
    const reasons = reasonsAgainst(candidate, task);
    if (reasons.length === 0) items.push(judged);
    else leftOut.push({ ...judged, reasons });
  }
  return { items: items.sort(better), leftOut };
}

function judge({ model, microDollars, local }: Candidate, task: ModelTask): SuggestedModelView {
  const { connectionId, connectionName, provider, name, contextWindow, maxOutputTokens, abilities } = model;
  return {
    connectionId,
    connectionName,
    provider,
    model: model.model,
    name,
    contextWindow,
    maxOutputTokens,
    local,
    fits: fitsInto(model, task),
    unsure: [...new Set(task.needs)].filter((need) => abilities[need] === null),
    microDollars,
  };
}

const isWindowTooSmall = ({ contextWindow }: ModelView, { inputTokens, outputTokens }: ModelTask) =>
  contextWindow !== null && inputTokens + outputTokens > contextWindow;
const isAnswerTooLong = ({ maxOutputTokens }: ModelView, { outputTokens }: ModelTask) =>
  maxOutputTokens !== null && outputTokens > maxOutputTokens;

/** Only the window makes it sure that a task fits: many models have no limit of their own for the answer. */
function fitsInto(model: ModelView, task: ModelTask): boolean | null {
  if (isWindowTooSmall(model, task) || isAnswerTooLong(model, task)) return false;
  return model.contextWindow === null ? null : true;
}

function reasonsAgainst(candidate: Candidate, task: ModelTask): LeftOutReason[] {
  const { model, microDollars, local, failing } = candidate;
  const { needs, mostMicroDollars } = task;
  const lacks = (need: ModelTask['needs'][number]) => needs.includes(need) && model.abilities[need] === false;
  const against: readonly (readonly [LeftOutReason, boolean])[] = [
    ['not_ai', !model.ai],
    ['outdated', model.outdated],
    ['connection_failed', failing],
    ['not_local', task.localOnly && !local],
    ['no_vision', lacks('vision')],
    ['no_pdf', lacks('pdf')],
    ['no_tools', lacks('tools')],
    ['no_schema', lacks('schema')],
    ['no_reasoning', lacks('reasoning')],
    ['window_too_small', isWindowTooSmall(model, task)],
    ['answer_too_long', isAnswerTooLong(model, task)],
    ['price_unknown', mostMicroDollars !== null && microDollars === null],
    ['too_dear', mostMicroDollars !== null && microDollars !== null && microDollars > mostMicroDollars],
  ];
  return against.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

function better(one: SuggestedModelView, other: SuggestedModelView): number {
  return (
    one.unsure.length - other.unsure.length ||
    compare(one.microDollars ?? Number.POSITIVE_INFINITY, other.microDollars ?? Number.POSITIVE_INFINITY) ||
    (other.contextWindow ?? 0) - (one.contextWindow ?? 0) ||
    one.name.localeCompare(other.name, 'en')
  );
}

const compare = (one: number, other: number) => (one === other ? 0 : one - other);
