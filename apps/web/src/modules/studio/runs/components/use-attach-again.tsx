import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import type { RetryRun } from '../api/run-changes.ts';
import { runQuery } from '../api/runs.ts';
import { type HashedFile, matchAttached, type SentAttachment, withHash } from '../state/attach-again.ts';
import type { AttachedFile } from '../state/attached-files.ts';
import { AttachAgainDialog } from './attach-again-dialog.tsx';

type Attached = Pick<RetryRun, 'attachments'>;
type Act<Sent> = (more: Attached) => Promise<Sent>;
/** What keeps the refusal of a sending. */
type Sending = { reset: () => void };

type Asked = {
  sent: readonly SentAttachment[];
  offered: readonly HashedFile[];
  /** Undefined where the person thought better of it. */
  answer: (files: readonly AttachedFile[] | undefined) => void;
};

const toAttached = (files: readonly AttachedFile[]): Attached => ({
  attachments: files.map(({ name, data }) => ({ name, data })),
});

/**
 * Sends a run again. Where its attachments were not kept, those of `offered` go with it if they are the same; else
 * the person is asked for them in `dialog`. Who thinks better of it gets undefined, and no refusal stands.
 */
export function useAttachAgain(runId: string, offered?: () => readonly AttachedFile[]) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const ask = (sent: readonly SentAttachment[], files: readonly HashedFile[]) =>
    new Promise<readonly AttachedFile[] | undefined>((resolve) => {
      setAsked({
        sent,
        offered: files,
        answer(chosen) {
          setAsked(undefined);
          resolve(chosen);
        },
      });
    });
  return {
    async send<Sent>(sending: Sending, act: Act<Sent>): Promise<Sent | undefined> {
      try {
        return await act({});
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'run.attachments_needed') throw error;
        const { attachments: sent } = await queries.fetchQuery(runQuery(runId));
        const matched = matchAttached(sent, (offered?.() ?? []).map(withHash));
        if (matched.needed.every(({ file }) => file)) {
          const same = matched.needed.flatMap(({ file }) => file ?? []);
          return act(toAttached(same));
        }
        const known = matched.needed.flatMap(({ file }) => (file ? [withHash(file)] : []));
        sending.reset();
        const chosen = await ask(sent, known);
        return chosen && act(toAttached(chosen));
      }
    },
    dialog: (asked ? (
      <AttachAgainDialog
        sent={asked.sent}
        offered={asked.offered}
        onSend={asked.answer}
        onClose={() => asked.answer(undefined)}
      />
    ) : null) as ReactNode,
  };
}
