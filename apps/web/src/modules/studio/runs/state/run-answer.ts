/**
 * What a run has said so far, grown from its events. Events carry positions that rise by one; a piece of text at
 * a position that was passed is dropped, one that skips a position is not taken in, so that replaying and
 * following live always lead to the same text.
 */
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import type { RunDetailView, RunStatus, RunView } from '@promptvault/contract/studio/runs/shapes';
import type { ThoughtView } from '@promptvault/contract/studio/runs/tree';

export type { RunEvent, RunStatus };
export type Run = RunView;
export type RunDetail = RunDetailView;

export type RunAnswer = Pick<
  Run,
  'status' | 'finishReason' | 'usage' | 'cost' | 'timeToFirstTokenMs' | 'durationMs' | 'error' | 'outcome'
> & {
  text: string;
  reasoning: string;
  toolCalls: RunDetail['toolCalls'];
  warnings: string[];
  /** What came of the techniques of its prompt. */
  result: RunDetail['techniqueResult'];
  /** Asked for once more, since it has not the form it should. */
  isRepairing: boolean;
  /** Position of the last event taken in; 0 before the first. */
  position: number;
};

export const isOver = (status: RunStatus): boolean => status !== 'queued' && status !== 'running';

/** Whether the answer ended before its end, so that the model can go on with it. */
export const mayContinue = ({ status, finishReason, text, result }: RunAnswer): boolean =>
  isOver(status) &&
  (status !== 'finished' || finishReason === 'length') &&
  (text.trim() !== '' || (result?.tree?.thoughts.length ?? 0) > 0);

const wholes = new WeakMap<RunAnswer, { before: string; whole: RunAnswer }>();

/** What is heard of a run that goes on with the answer of another, after what stood there; the same for the same. */
export function withBefore(answer: RunAnswer, before: string): RunAnswer {
  if (before === '') return answer;
  const known = wholes.get(answer);
  if (known?.before === before) return known.whole;
  const whole = { ...answer, text: before + answer.text };
  wholes.set(answer, { before, whole });
  return whole;
}

type Pairs = NonNullable<RunDetail['techniqueResult']>['pairs'];

const named = new WeakMap<RunAnswer, RunAnswer>();

/** With the cases as the row names them, whom events call nothing; the same for the same. */
function withNames(answer: RunAnswer, pairs: Pairs): RunAnswer {
  if (!pairs || !answer.result?.pairs) return answer;
  const known = named.get(answer);
  if (known?.result?.pairs === pairs) return known;
  const whole = { ...answer, result: { ...answer.result, pairs } };
  named.set(answer, whole);
  return whole;
}

/**
 * What was heard of a run and what its row tells, as one answer. What was heard is ahead of the row while the run
 * goes on; once the row has the end, whatever was missed live stands there.
 */
export function joinAnswers(heard: RunAnswer | undefined, run: Run | RunDetail): RunAnswer {
  const isWhole = 'output' in run;
  if (!heard) return answerOfRun(run);
  if (isOver(heard.status) || !isOver(run.status))
    return isWhole
      ? withBefore(withNames(heard, run.techniqueResult?.pairs), run.continued?.text ?? '')
      : heard;
  // The text heard so far stands until the whole one is here.
  return isWhole ? answerOfRun(run) : { ...heard, ...factsOf(run), isRepairing: false };
}

const factsOf = (run: Run) => {
  const { status, finishReason, usage, cost, timeToFirstTokenMs, durationMs, error, outcome } = run;
  return { status, finishReason, usage, cost, timeToFirstTokenMs, durationMs, error, outcome };
};

/** What the row of a run tells; the text only when it is the whole detail. */
export function answerOfRun(run: Run | RunDetail): RunAnswer {
  const told = factsOf(run);
  if (!('output' in run)) return { ...told, ...silence };
  const { output, continued, reasoning, toolCalls, warnings, techniqueResult: result } = run;
  const text = (continued?.text ?? '') + output;
  return { ...told, text, reasoning, toolCalls, warnings, result, isRepairing: false, position: 0 };
}

const silence = {
  text: '',
  reasoning: '',
  toolCalls: [],
  warnings: [],
  result: null,
  isRepairing: false,
  position: 0,
};

export const emptyAnswer: RunAnswer = {
  status: 'queued',
  finishReason: null,
  usage: null,
  cost: null,
  timeToFirstTokenMs: null,
  durationMs: null,
  error: null,
  outcome: null,
  ...silence,
};

/** Whether text was lost between what was taken in and this event. */
export const skips = (answer: RunAnswer, event: RunEvent, position: number): boolean =>
  isText(event) && !isOver(answer.status) && position > answer.position + 1;

const isText = (event: RunEvent) => event.type === 'text-delta' || event.type === 'reasoning-delta';

export function takeEvent(answer: RunAnswer, event: RunEvent, position: number): RunAnswer {
  const next = takeContent(answer, event, position);
  return next === answer ? answer : { ...next, position: Math.max(answer.position, position) };
}

function takeContent(answer: RunAnswer, event: RunEvent, position: number): RunAnswer {
  const passed = position <= answer.position || isOver(answer.status);
  switch (event.type) {
    case 'run-start':
      // The text so far, told anew; an older telling than ours would take words back.
      if (passed && answer.position > 0) return answer;
      return { ...answer, status: 'running', text: event.text, reasoning: event.reasoning };
    case 'text-delta':
      return passed ? answer : { ...answer, status: 'running', text: answer.text + event.text };
    case 'reasoning-delta':
      return passed ? answer : { ...answer, status: 'running', reasoning: answer.reasoning + event.text };
    case 'tool-call':
      return withToolCall(answer, event);
    case 'tool-result':
      return withToolResult(answer, event);
    case 'usage':
      return { ...answer, usage: usageOf(event) };
    case 'warning':
      if (passed || answer.warnings.includes(event.message)) return answer;
      return { ...answer, warnings: [...answer.warnings, event.message] };
    case 'technique':
      return isOver(answer.status) ? answer : { ...answer, status: 'running', result: event.result };
    case 'thought':
      return isOver(answer.status) ? answer : withThought(answer, event.thought);
    case 'repair':
      return passed ? answer : { ...answer, isRepairing: true };
    case 'run-end':
      return { ...answer, ...outcomeOf(event), error: null };
    case 'run-error': {
      const { code, message, retryable } = event;
      return { ...answer, ...outcomeOf(event), error: { code, message, retryable } };
    }
    default:
      return answer; // A newer server may say more than this page knows.
  }
}

function withToolCall(answer: RunAnswer, event: Extract<RunEvent, { type: 'tool-call' }>): RunAnswer {
  if (answer.toolCalls.some(({ id }) => id === event.id)) return answer;
  const { id, name, input } = event;
  return {
    ...answer,
    status: 'running',
    toolCalls: [...answer.toolCalls, { id, name, input, result: null }],
  };
}

function withToolResult(answer: RunAnswer, event: Extract<RunEvent, { type: 'tool-result' }>): RunAnswer {
  const { type: _type, runId: _runId, id, ...result } = event;
  const toolCalls = answer.toolCalls.map((call) => (call.id === id ? { ...call, result } : call));
  return { ...answer, toolCalls };
}

/** A thought that is new, or in the place of the one with its id. */
function withThought(answer: RunAnswer, thought: ThoughtView): RunAnswer {
  const { result } = answer;
  if (!result?.tree) return answer;
  const { thoughts } = result.tree;
  const isThere = thoughts.some(({ id }) => id === thought.id);
  const next = isThere
    ? thoughts.map((one) => (one.id === thought.id ? thought : one))
    : [...thoughts, thought];
  return {
    ...answer,
    status: 'running',
    result: { ...result, tree: { ...result.tree, thoughts: next } },
  };
}

const usageOf = (event: Extract<RunEvent, { type: 'usage' }>): RunAnswer['usage'] => {
  const { inputTokens, outputTokens, cachedInputTokens, reasoningTokens, estimated } = event;
  return { inputTokens, outputTokens, cachedInputTokens, reasoningTokens, estimated };
};

const outcomeOf = (event: Extract<RunEvent, { type: 'run-end' | 'run-error' }>) => {
  const { status, finishReason, usage, cost, timeToFirstTokenMs, durationMs, outcome = null } = event;
  const over = { status, finishReason, usage, cost, timeToFirstTokenMs, durationMs };
  return { ...over, outcome, isRepairing: false };
};
