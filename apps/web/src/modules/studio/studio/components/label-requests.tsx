import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type LabelRequest, labelRequestsQuery, useLabelChanges, type Verdict } from '../api/labels.ts';
import { t } from '../messages.ts';
import { writeTargets } from '../state/use-move-label.ts';
import { toneOfLabel } from './version-labels.tsx';

/** Moves of protected labels that wait; nothing where none does. */
export function LabelRequests({ promptId }: { promptId: string }) {
  const { data, error } = useQuery({
    ...labelRequestsQuery(promptId),
    enabled: useMay()('organization.read'),
  });
  if (error) return <ProblemMessage className="m-3">{error.message}</ProblemMessage>;
  if (!data || data.length === 0) return null;
  return (
    <ul aria-label={t('labelRequests')} className="divide-y divide-line border-b border-line bg-warn-weak/40">
      {data.map((request) => (
        <RequestEntry key={request.id} promptId={promptId} request={request} />
      ))}
    </ul>
  );
}

function RequestEntry({ promptId, request }: { promptId: string; request: LabelRequest }) {
  const { label, before, after, note, proposedBy, proposedAt, votes, needed, missingChecks, may } = request;
  const { decide, cancel } = useLabelChanges(promptId);
  const [verdict, setVerdict] = useState<Verdict>();
  const agreed = votes.filter(({ approves }) => approves).length;
  const from = before.length === 0 ? t('nowhere') : writeTargets(before);
  return (
    <li className="grid gap-1.5 px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <Chip tone={toneOfLabel(label)}>{label}</Chip>
        <span className="tabular">
          {from} <span className="text-ink-3">→</span> {writeTargets(after)}
        </span>
        <span className="text-12 text-ink-3">
          {t('askedBy', { name: proposedBy?.name ?? t('deletedPerson') })} <RelativeTime time={proposedAt} />
        </span>
        <span className="text-12 text-ink-2 tabular">{t('approvalsOf', { done: agreed, all: needed })}</span>
        <span className="ml-auto flex gap-1.5">
          {may.approve && verdict === undefined && (
            <>
              <Button size="small" kind="primary" icon={<Check />} onClick={() => setVerdict('approve')}>
                {t('approve')}
              </Button>
              <Button size="small" icon={<X />} onClick={() => setVerdict('reject')}>
                {t('reject')}
              </Button>
            </>
          )}
          {may.cancel && (
            <Button
              size="small"
              busy={cancel.isPending}
              onClick={() => cancel.mutate(request.id, { onError: refuse })}
            >
              {t('takeBack')}
            </Button>
          )}
        </span>
      </div>
      {note && <p className="max-w-prose whitespace-pre-wrap text-ink-2">{note}</p>}
      {missingChecks.length > 0 && (
        <p className="text-12 text-warn">
          {t('checksMissing', {
            list: missingChecks
              .map(({ check, version }) => `${check} ${t('showing', { number: version })}`)
              .join(', '),
          })}
        </p>
      )}
      {verdict && (
        <VerdictForm
          verdict={verdict}
          busy={decide.isPending}
          failure={decide.error?.message}
          onClose={() => {
            setVerdict(undefined);
            decide.reset();
          }}
          onDecide={(reason) => {
            const work = decide.mutateAsync({ requestId: request.id, verdict, note: reason });
            void work.then(
              ({ status }) =>
                toast({
                  text: t(
                    status === 'moved'
                      ? 'requestMoved'
                      : verdict === 'approve'
                        ? 'requestApproved'
                        : 'requestRejected',
                    { label },
                  ),
                  tone: 'ok',
                }),
              () => undefined, // Said under the field.
            );
          }}
        />
      )}
    </li>
  );
}

const refuse = (error: Error) => toast({ text: error.message, tone: 'bad' });

type VerdictFormProps = {
  verdict: Verdict;
  busy: boolean;
  failure: string | undefined;
  onClose: () => void;
  onDecide: (reason: string) => void;
};

/** A word with the decision; a rejection without one helps nobody. */
function VerdictForm({ verdict, busy, failure, onClose, onDecide }: VerdictFormProps) {
  const [reason, setReason] = useState('');
  const isNeeded = verdict === 'reject';
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && (!isNeeded || reason.trim() !== '')) onDecide(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextField
        label={t(isNeeded ? 'reasonNeeded' : 'reason')}
        autoFocus
        className="min-w-48 flex-1"
        value={reason}
        maxLength={2000}
        error={failure}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        type="submit"
        kind={isNeeded ? 'danger' : 'primary'}
        busy={busy}
        disabled={isNeeded && reason.trim() === ''}
      >
        {t(isNeeded ? 'reject' : 'approve')}
      </Button>
      <Button onClick={onClose}>{t('cancel')}</Button>
    </form>
  );
}
