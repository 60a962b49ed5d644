import {
  createExperiment,
  reportOutcomes,
  startExperiment,
} from '@promptvault/contract/studio/experiments/routes';
import {
  commitVersion,
  getPromptFile,
  getVersion,
  listLabels,
  listVersions,
} from '@promptvault/contract/vault/prompts/routes';
import type { FilledPrompt } from './fill-vault.ts';

const days = 5;
const batches = 8;
const subjectsInBatch = 90;
/** An experiment is looked at a second after outcomes; its picture over time has one point for each batch. */
const restMs = 1_150;

/** The same draws each time: a small linear congruential generator (Numerical Recipes). */
function draws(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What customers do with the answers of either version. */
const world = {
  A: { solved: 0.54, failed: 0.02, seconds: 3.1 },
  B: { solved: 0.69, failed: 0.03, seconds: 2.2 },
};

/** Tries two versions of one of the prompts, as support would. @returns how many experiments there are */
export async function tryVersions(
  prompts: readonly FilledPrompt[],
  moveTo: (daysAgo: number) => void,
): Promise<number> {
  moveTo(days);
  const tried = await findTried(prompts);
  if (!tried) return 0;
  const { id: promptId, author, first, second } = tried;
  const random = draws();
  const { id: experimentId } = await author.call(createExperiment, {
    body: {
      promptId,
      label: 'production',
      name: 'The next step first',
      hypothesis: 'An answer that begins with the next step helps more people, without more that fail.',
      variants: [
        { name: 'A', version: first, weight: 50 },
        { name: 'B', version: second, weight: 50 },
      ],
      primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.03 },
      guards: [
        { metric: 'failed', measure: 'share', bound: 'at_most', against: 'control', limit: 0.1 },
        { metric: 'seconds', measure: 'mean', bound: 'at_most', against: 'value', limit: 6 },
      ],
      parts: { attribute: 'plan', values: ['free', 'pro'] },
      subjects: 1_000,
      leastSubjects: 50,
    },
  });
  const params = { experimentId };
  await author.call(startExperiment, { params });
  for (let batch = 0; batch < batches; batch++) {
    moveTo(days * (1 - (batch + 0.5) / batches));
    const outcomes = [];
    for (let index = 0; index < subjectsInBatch; index++) {
      const subject = `customer-${batch * subjectsInBatch + index}`;
      const plan = random() < 0.4 ? 'pro' : 'free';
      const { assignment } = await author.call(getPromptFile, {
        params: { promptId },
        query: { label: 'production', subject, attributes: JSON.stringify({ plan }) },
      });
      const chances = world[assignment?.variant === 'B' ? 'B' : 'A'];
      const told = (metric: string, value: number) => ({
        key: `${subject} ${metric}`,
        subject,
        metric,
        value,
      });
      if (random() < chances.solved) outcomes.push(told('solved', 1));
      if (random() < chances.failed) outcomes.push(told('failed', 1));
      outcomes.push(told('seconds', Math.round(chances.seconds * (0.5 + random()) * 100) / 100));
    }
    await author.call(reportOutcomes, { params, body: { outcomes } });
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }
  return 1;
}

/** One whose label points at a single version, with a newer one that begins with the next step. */
async function findTried(prompts: readonly FilledPrompt[]) {
  for (const { id, author, published } of prompts) {
    if (!published) continue;
    const params = { promptId: id };
    const labels = await author.call(listLabels, { params });
    const targets = labels.items.find(({ name }) => name === 'production')?.targets ?? [];
    const first = targets.length === 1 ? targets[0]?.version : undefined;
    const { items } = await author.call(listVersions, { params });
    const newest = items[0]?.number;
    if (first === undefined || newest === undefined) continue;
    const { document } = await author.call(getVersion, { params: { ...params, number: String(newest) } });
    const sections = document.sections.map((section, index) =>
      index === document.sections.length - 1
        ? { ...section, text: `${section.text}\n\nBegin with the next step, in one sentence.` }
        : section,
    );
    const made = await author.call(commitVersion, {
      params: { ...params, branch: 'main' },
      body: {
        expectedParent: newest,
        message: 'Begin with the next step',
        document: { ...document, sections },
      },
    });
    return { id, author, first, second: made.version.number };
  }
  return undefined;
}
