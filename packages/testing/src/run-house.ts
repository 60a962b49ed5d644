/** What the tests of runs share: a house with a prompt, connections to a scripted provider, and an ear. */

import { createConnection } from '@promptvault/contract/studio/models/routes';
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import { getRun, startRuns } from '@promptvault/contract/studio/runs/routes';
import type { RunDetailView, RunView } from '@promptvault/contract/studio/runs/shapes';
import { createPrompt } from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type FollowedEvent, followRun } from '@promptvault/server/modules/studio/runs/index';
import { type ScriptedProvider, startScriptedProvider } from './scripted-provider/start-scripted-provider.ts';
import { type Caller, openTestHouse, type TestHouse, type TestHouseOptions } from './test-house.ts';

export interface RunHouse {
  house: TestHouse;
  provider: ScriptedProvider;
  connectionId: string;
  promptId: string;
  /** Starts runs of the prompt as the editor. */
  start(models: (string | null)[], more?: object, caller?: Caller): Promise<StartAnswer>;
  /** Waits until the run is over, and reads it. */
  ended(runId: string, caller?: Caller): Promise<RunDetailView>;
  follow(runId: string, after?: string | null): Promise<FollowedEvent[]>;
  close(): Promise<void>;
}

export interface StartAnswer {
  status: number;
  body: { comparison: { id: string; runs: RunView[] }; problems: unknown[]; code: string };
  /** Their ids, in the order of the models. */
  runIds: string[];
}

export const document: PromptDocument = {
  ...emptyDocument(),
  sections: [
    { id: 's1', kind: 'system', role: null, text: 'You are brief.' },
    { id: 's2', kind: 'instructions', role: null, text: 'Explain {{topic}}.' },
  ],
};

export async function openRunHouse(options: TestHouseOptions = {}): Promise<RunHouse> {
  const [house, provider] = await Promise.all([openTestHouse(options), startScriptedProvider()]);
  const connection = await house.as('owner').call(createConnection, {
    body: {
      name: 'Scripted',
      provider: 'openai_compatible',
      baseUrl: provider.baseUrls.openai_compatible,
      key: 'sk-scripted-0123456789',
    },
  });
  const prompt = await house.as('editor').call(createPrompt, {
    body: { title: 'Tides', document, commit: true },
  });
  const connectionId: string = connection.body.id;
  const promptId: string = prompt.body.id;

  const start: RunHouse['start'] = async (models, more = {}, caller = 'editor') => {
    const { status, body } = await house.as(caller).call(startRuns, {
      body: {
        source: { kind: 'version', promptId, number: 1 },
        values: { topic: 'the tides' },
        models: models.map((model) =>
          model === null ? { connectionId: null, model: 'echo' } : { connectionId, model },
        ),
        ...more,
      },
    });
    return { status, body, runIds: (body.comparison?.runs ?? []).map((run: RunView) => run.id) };
  };

  const follow: RunHouse['follow'] = async (runId, after = null) => {
    const { ports } = house.application.services;
    const events: FollowedEvent[] = [];
    const run = { organizationId: house.organizationId, runId };
    for await (const event of followRun(ports, run, new AbortController().signal, after)) events.push(event);
    return events;
  };

  return {
    house,
    provider,
    connectionId,
    promptId,
    start,
    follow,
    async ended(runId, caller = 'editor') {
      await follow(runId);
      return (await house.as(caller).call(getRun, { params: { runId } })).body;
    },
    close: async () => {
      await house.close();
      await provider.close();
    },
  };
}

/** The answer as a follower has it, who begins anew with each run-start. */
export function heard(events: readonly FollowedEvent[]): string {
  let text = '';
  for (const { data } of events) {
    if (data.type === 'run-start') text = data.text;
    if (data.type === 'text-delta') text += data.text;
  }
  return text;
}

export const last = (events: readonly FollowedEvent[]): RunEvent | undefined => events.at(-1)?.data;

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
