import { addCases, createCaseSet } from '@promptvault/contract/studio/cases/routes';
import { createSuite, getSuiteRun, startSuite } from '@promptvault/contract/studio/suites/routes';
import type { Json } from '@promptvault/document';
import type { Caller } from './caller.ts';
import type { FilledPrompt } from './fill-vault.ts';

const longestWaitMs = 30_000;

interface ToldCase {
  name: string;
  values: Record<string, Json>;
  contains: string;
  tags: string[];
}

/** Cases as support would write them. The echo model repeats what it is sent, so one of them fails for show. */
const toldCases: Record<string, ToldCase[]> = {
  'support/explain': [
    {
      name: 'An accountant asks about time zones',
      values: { topic: 'why exports are in UTC', audience: 'an accountant' },
      contains: 'UTC',
      tags: ['exports'],
    },
    {
      name: 'A shop owner asks about invoices',
      values: { topic: 'why an invoice has two dates', audience: 'a shop owner' },
      contains: 'invoice',
      tags: ['billing'],
    },
    {
      name: 'A developer asks about rate limits',
      values: { topic: 'why an answer may be 429', audience: 'a developer' },
      contains: '429',
      tags: ['api'],
    },
    {
      name: 'Names a next step',
      values: { topic: 'why a link expired', audience: 'a shop owner' },
      contains: 'ask for a new link',
      tags: ['sharing'],
    },
  ],
};

/** Makes cases and a suite of the prompts above, and runs each suite once. @returns how many suites there are */
export async function judgePrompts(prompts: readonly FilledPrompt[]): Promise<number> {
  const judged = prompts.filter(({ told }) => toldCases[told.path]);
  for (const { id, told, author } of judged) {
    const set = await author.call(createCaseSet, { body: { promptId: id, name: 'What customers ask' } });
    await author.call(addCases, {
      params: { caseSetId: set.id },
      body: {
        cases: (toldCases[told.path] ?? []).map(({ name, values, contains, tags }) => ({
          name,
          values,
          tags,
          assertions: [{ kind: 'contains' as const, values: [contains] }, { kind: 'no_secrets' as const }],
        })),
      },
    });
    const suite = await author.call(createSuite, {
      body: {
        promptId: id,
        caseSetId: set.id,
        name: 'Plain words',
        check: 'suite:plain-words',
        passRate: 0.75,
        models: [{ connectionId: null, model: 'echo' }],
      },
    });
    const run = await author.call(startSuite, { params: { suiteId: suite.id }, body: {} });
    await untilOver(author, run.id);
  }
  return judged.length;
}

async function untilOver(caller: Caller, suiteRunId: string): Promise<void> {
  const until = Date.now() + longestWaitMs;
  while (Date.now() < until) {
    const { status } = await caller.call(getSuiteRun, { params: { suiteRunId } });
    if (status !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`the suite run ${suiteRunId} did not end`);
}
