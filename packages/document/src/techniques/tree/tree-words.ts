/** How a model is asked for the next thought, for a verdict on one, and for the answer at the end of the best path. */
import type { Message } from '../../shape.ts';
import type { TreeOfThoughts } from './tree-shape.ts';

const anyStep = 'One idea that brings the task nearer to its answer, in a few sentences.';
const anyRubric =
  'Judge how likely it is that this step, after those before it, leads to a right and complete answer: whether it is correct, whether it brings the task forward, and whether it closes the way to a good answer.';

const stepsOf = (path: readonly string[]) =>
  path.map((text, at) => `<step number="${at + 1}">\n${text}\n</step>`).join('\n');

/** Asks for the thought that follows these; `depth` is how many there may be in all. */
export function thoughtMessages(
  task: readonly Message[],
  path: readonly string[],
  { instruction, depth }: Pick<TreeOfThoughts, 'instruction' | 'depth'>,
): Message[] {
  const number = path.length + 1;
  const before = path.length === 0 ? '' : `These steps were thought so far:\n${stepsOf(path)}\n\n`;
  const last =
    number >= depth
      ? 'It is the last step: after it the answer must be plain.'
      : 'Do not give the whole answer yet.';
  return withWords(
    task,
    `Work on this in steps of thought, at most ${Math.max(depth, number)} of them.\n\n${before}Write step ${number} now, and nothing else. ${instruction ?? anyStep}\n${last}`,
  );
}

/** Asks a judge who sees the task, the steps before, and the one to judge. */
export function verdictMessages(
  task: readonly Message[],
  path: readonly string[],
  thought: string,
  { evaluator, scale }: Pick<TreeOfThoughts, 'evaluator' | 'scale'>,
): Message[] {
  const words =
    evaluator.by === 'prompt'
      ? evaluator.prompt
      : `You judge one step of thought on the way to the answer of a task. You do not carry out the task.\n${evaluator.rubric ?? anyRubric}`;
  const form = `The score is a number from ${scale.from} to ${scale.to}; ${scale.to} is best. Answer with JSON alone, in this form: {"why": "one or two sentences", "score": a number}`;
  const before = path.length === 0 ? '' : `<steps_before>\n${stepsOf(path)}\n</steps_before>\n\n`;
  return [
    { role: 'system', content: `${words}\n\n${form}` },
    {
      role: 'user',
      content: `<task>\n${inWords(task)}\n</task>\n\n${before}<step_to_judge>\n${thought}\n</step_to_judge>`,
    },
  ];
}

/** Asks for the answer that these thoughts lead to. */
export const closingMessages = (task: readonly Message[], path: readonly string[]): Message[] =>
  withWords(
    task,
    `These steps of thought were found to be the best way to the answer:\n${stepsOf(path)}\n\nWrite the answer to the task now, whole, in the form it asks for, without a word about the steps.`,
  );

/** In the last message where that is the user's: two of one role in a row are refused by some servers. */
function withWords(task: readonly Message[], words: string): Message[] {
  const last = task.at(-1);
  return last?.role === 'user'
    ? [...task.slice(0, -1), { role: 'user', content: `${last.content}\n\n${words}` }]
    : [...task, { role: 'user', content: words }];
}

const inWords = (task: readonly Message[]) =>
  task.length === 1
    ? (task[0]?.content ?? '')
    : task.map(({ role, content }) => `[${role}]\n${content}`).join('\n\n');
