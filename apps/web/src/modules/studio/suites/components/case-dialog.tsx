import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { addCase, type CaseSet, deleteCase, type TestCase, updateCase } from '../api/cases.ts';
import { type PromptFacts, promptFactsQuery } from '../api/prompt-facts.ts';
import { type CaseDraft, caseBodyOf, caseDraftOf } from '../state/case-draft.ts';
import { t } from '../state/case-messages.ts';
import { CaseFields } from './case-fields.tsx';

type CaseDialogProps = {
  set: CaseSet;
  /** Absent for a new one. */
  known: TestCase | undefined;
  readOnly: boolean;
  onClose: () => void;
  onChanged: () => void;
};

/** Writes a case, or shows one that does not change any more. */
export function CaseDialog(props: CaseDialogProps) {
  const facts = useQuery(promptFactsQuery(props.set.promptId));
  if (facts.data) return <Writing {...props} facts={facts.data} />;
  return (
    <Dialog open title={t('look')} size="large" onClose={props.onClose}>
      {facts.error ? (
        <ErrorState
          compact
          title={t('failed')}
          reason={facts.error.message}
          onRetry={() => void facts.refetch()}
        />
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Dialog>
  );
}

function Writing({
  set,
  known,
  readOnly,
  onClose,
  onChanged,
  facts,
}: CaseDialogProps & { facts: PromptFacts }) {
  const [draft, setDraft] = useState<CaseDraft>(() => caseDraftOf(known, facts.variables));
  const [base, setBase] = useState(known);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (busy) return;
    const { body, faults: found } = caseBodyOf(draft, facts.variables, known);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      if (base) await updateCase(base, body);
      else await addCase({ caseSetId: set.id, given: body });
      onChanged();
      onClose();
    } catch (error) {
      const isStale = error instanceof ApiProblem && error.code === 'request.stale';
      const current = isStale ? Number(error.params?.current) : Number.NaN;
      if (base && Number.isSafeInteger(current)) {
        // What was written stays; saving again is meant, now that it was said.
        setBase({ ...base, revision: current });
        setProblem(t('changedMeanwhile'));
      } else setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  const remove = async () => {
    if (!base || busy) return;
    setBusy(true);
    try {
      await deleteCase(base);
      onChanged();
      onClose();
      const { id: _id, caseSetId, position: _place, revision: _revision, ...given } = base;
      toast({
        text: t('deleted'),
        onUndo: () =>
          void addCase({ caseSetId, given }).then(onChanged, (error: Error) =>
            toast({ tone: 'bad', text: error.message }),
          ),
      });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      steadfast={!readOnly}
      size="large"
      title={t(readOnly ? 'look' : known ? 'edit' : 'add')}
      onClose={onClose}
      actions={
        !readOnly && (
          <>
            {known && (
              <Button kind="danger" className="mr-auto" onClick={() => void remove()}>
                {t('delete')}
              </Button>
            )}
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button kind="primary" busy={busy} onClick={() => void save()}>
              {t('save')}
            </Button>
          </>
        )
      }
    >
      <fieldset disabled={readOnly} className="grid min-w-0 gap-4">
        {problem && <ProblemMessage>{problem}</ProblemMessage>}
        <CaseFields draft={draft} onChange={setDraft} faults={faults} variables={facts.variables} />
      </fieldset>
    </Dialog>
  );
}
