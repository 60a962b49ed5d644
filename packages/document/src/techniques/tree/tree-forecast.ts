/** What a tree may take at most, said before it grows: pure arithmetic, the same in the studio and when money is held. */
import type { TreeOfThoughts } from './tree-shape.ts';

export interface CallTokens {
  inputTokens: number;
  outputTokens: number;
}

export interface TreeForecast extends CallTokens {
  /** Calls of models at most: thoughts, verdicts, and the one that writes the answer. */
  calls: number;
  thoughts: number;
}

/** Tokens of the prompt itself, and of the longest answer. */
interface Task {
  inputTokens: number;
  answerTokens: number;
}

/** The words around the steps; more than they are. */
const around = 250;

/** Of a thought at this depth, at most. */
export const thoughtTokens = (plan: TreeOfThoughts, task: Task, depth: number): CallTokens => ({
  inputTokens: task.inputTokens + around + wordTokens(plan.instruction) + (depth - 1) * plan.thoughtTokens,
  outputTokens: plan.thoughtTokens,
});

/** Of the verdict on it, at most. */
export const verdictTokens = (plan: TreeOfThoughts, task: Task, depth: number): CallTokens => ({
  inputTokens:
    task.inputTokens +
    around +
    wordTokens(plan.evaluator.by === 'prompt' ? plan.evaluator.prompt : plan.evaluator.rubric) +
    depth * plan.thoughtTokens,
  outputTokens: plan.thoughtTokens,
});

/** Of the call that writes the answer from a path of this depth, at most; nothing where none does. */
export const closingTokens = (plan: TreeOfThoughts, task: Task, depth: number): CallTokens =>
  plan.answer === 'write'
    ? {
        inputTokens: task.inputTokens + around + depth * plan.thoughtTokens,
        outputTokens: task.answerTokens,
      }
    : { inputTokens: 0, outputTokens: 0 };

/** `levels` it is to grow below `above` others; the whole tree unless they are given. */
export function treeForecast(
  plan: TreeOfThoughts,
  { levels = plan.depth, above = 0, ...task }: Task & { levels?: number; above?: number },
): TreeForecast {
  const { branching, search, answer, budget } = plan;
  const all = { thoughts: 0, inputTokens: 0, outputTokens: 0 };
  /** Of a thought with its verdict, where it stands deepest. */
  let dearest: CallTokens = { inputTokens: 0, outputTokens: 0 };
  let parents = 1;
  for (let level = 1; level <= levels; level += 1) {
    const thoughts = parents * branching;
    dearest = sum(thoughtTokens(plan, task, above + level), verdictTokens(plan, task, above + level));
    all.thoughts += thoughts;
    all.inputTokens += thoughts * dearest.inputTokens;
    all.outputTokens += thoughts * dearest.outputTokens;
    parents = search.by === 'beam' ? Math.min(search.width, thoughts) : thoughts;
  }
  const closing = answer === 'write' ? 1 : 0;
  const pairs = Math.min(all.thoughts, Math.floor((budget.calls - closing) / 2));
  const grown =
    pairs === all.thoughts
      ? all
      : { inputTokens: pairs * dearest.inputTokens, outputTokens: pairs * dearest.outputTokens };
  const whole = sum(grown, closingTokens(plan, task, above + levels));
  return { calls: pairs * 2 + closing, thoughts: pairs, ...whole };
}

const sum = (one: CallTokens, other: CallTokens): CallTokens => ({
  inputTokens: one.inputTokens + other.inputTokens,
  outputTokens: one.outputTokens + other.outputTokens,
});

/** A token is hardly shorter than two characters; what is built in is counted with what is around. */
const wordTokens = (text: string | null) => Math.ceil((text?.length ?? 0) / 2);
