/** The answer at the end of a tree: written by one more call from the best path, or the last thought of it. */

import { DomainError } from '@promptvault/contract/errors';
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import { closingMessages, pathTo } from '@promptvault/document/techniques';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { RunColumns } from '../repository/runs.ts';
import type { LiveRun } from './execute-run.ts';
import { followRun } from './follow-run.ts';
import { emptyTreeError, type GrowingTree } from './growing-tree.ts';
import { placeTreePart, readPart } from './tree-parts.ts';
import { costOf, tokensOf } from './tree-state.ts';

/** Sets the end of the run. @throws what placing a run throws, but what the organization refuses */
export async function answerFromTree(tree: GrowingTree): Promise<void> {
  const { live, journal, halt } = tree;
  const { progress, abort } = live;
  const { plan, thoughts, goal, best } = journal.now();
  if (abort.signal.aborted) {
    progress.end = { reason: 'interrupted' };
    return;
  }
  if (halt) warn(live, halt.why);
  const path = pathTo(thoughts, best).map(({ text }) => text ?? '');
  const grew = thoughts.some(({ round, status }) => round === goal.round && status === 'done');
  if (!grew || path.length === 0) {
    const { code, ...error } = emptyTreeError(tree);
    progress.end = { error: { code: code as never, ...error } };
    return;
  }
  if (plan.answer === 'leaf') return say(live, path.at(-1) ?? '');
  try {
    await write(tree, path);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    warn(live, `The answer could not be written (${error.message}); this is the best thought.`);
    say(live, path.at(-1) ?? '');
  }
}

function say({ journal, progress }: LiveRun, text: string): void {
  journal.push(progress.take({ type: 'text-delta', text }));
  journal.push(progress.take({ type: 'end', finishReason: 'stop' }));
}

const warn = ({ journal, progress }: LiveRun, message: string) =>
  journal.push(progress.take({ type: 'warning', message }));

async function write({ ports, live, journal, budget }: GrowingTree, path: readonly string[]): Promise<void> {
  const { messages, settings } = live.order;
  const { microDollars: worst } = await budget.closing(path.length);
  const runId = ports.newId();
  journal.change({ answer: { runId, tokens: 0, microDollars: 0 } });
  const order = await placeTreePart(ports, live, {
    ...{ kind: 'closing', runId, settings, worst },
    messages: closingMessages(messages, path),
  }).catch((error: unknown) => {
    journal.change({ answer: null });
    throw error;
  });
  const over = live.call(order);
  const said = await tellOn(ports, live, runId);
  await over;
  const row = await readPart(ports, order);
  live.partsMicroDollars += costOf(row);
  journal.change({ answer: { runId, tokens: tokensOf(row), microDollars: costOf(row) } });
  conclude(live, row, said);
}

interface Said {
  text: string;
  reasoning: string;
}

/** What the answer says is said by this run, as it comes. */
async function tellOn(ports: Ports, live: LiveRun, runId: string): Promise<Said> {
  const { journal, progress } = live;
  const { organizationId } = live.order;
  const said: Said = { text: '', reasoning: '' };
  const tell = (type: 'text-delta' | 'reasoning-delta', text: string) => {
    said[type === 'text-delta' ? 'text' : 'reasoning'] += text;
    journal.push(progress.take({ type, text }));
  };
  const signal = new AbortController().signal;
  for await (const { data } of followRun(ports, { organizationId, runId }, signal, null)) {
    const event = data as RunEvent;
    if (event.type === 'text-delta' || event.type === 'reasoning-delta') tell(event.type, event.text);
  }
  return said;
}

function conclude(live: LiveRun, row: RunColumns | undefined, said: Said): void {
  const { journal, progress } = live;
  const rest = (whole: string, told: string) => (whole.startsWith(told) ? whole.slice(told.length) : '');
  if (row) {
    const events = [
      ...progress.take({ type: 'reasoning-delta', text: rest(row.reasoning, said.reasoning) }),
      ...progress.take({ type: 'text-delta', text: rest(row.output, said.text) }),
      ...row.toolCalls.flatMap(({ id, name, input, result }) => [
        ...progress.take({ type: 'tool-call', id, name, input }),
        ...(result ? progress.take({ type: 'tool-result', id, ...result }) : []),
      ]),
      ...row.warnings.flatMap((message) => progress.take({ type: 'warning', message })),
    ];
    journal.push(events);
  }
  if (row?.status === 'finished') {
    journal.push(progress.take({ type: 'end', finishReason: (row.finishReason ?? 'stop') as never }));
    return;
  }
  progress.end =
    row?.errorCode == null
      ? { reason: 'interrupted' }
      : {
          error: {
            code: row.errorCode as never,
            message: row.errorMessage ?? '',
            retryable: row.errorRetryable ?? true,
          },
        };
}
