import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type RunDetail, runQuery } from '../../runs/index.ts';
import { addCase, type CaseSet, caseSetsQuery, casesKey, createCaseSet } from '../api/cases.ts';
import { type PromptFacts, promptFactsQuery } from '../api/prompt-facts.ts';
import { caseBodyOf, caseDraftOf } from '../state/case-draft.ts';
import { t } from '../state/case-messages.ts';
import { CaseFields } from './case-fields.tsx';

type MakeCaseDialogProps = { runId: string; onClose: () => void };

/** Asks for the set and the assertions of a case that gives a prompt what this run gave it. */
export function MakeCaseDialog({ runId, onClose }: MakeCaseDialogProps) {
  const run = useQuery(runQuery(runId));
  const promptId = run.data?.promptId ?? '';
  const sets = useQuery(caseSetsQuery(promptId));
  const facts = useQuery(promptFactsQuery(promptId));
  const failed = [run, sets, facts].find(({ error, data }) => error && !data);
  if (run.data && promptId !== '' && sets.data && facts.data)
    return <Making run={run.data} sets={sets.data} facts={facts.data} onClose={onClose} />;
  return (
    <Dialog open title={t('makeOfRun')} size="large" onClose={onClose}>
      {failed ? (
        <ErrorState
          compact
          title={t('runFailed')}
          reason={failed.error?.message ?? ''}
          onRetry={() => void failed.refetch()}
        />
      ) : run.data && promptId === '' ? (
        <p className="text-ink-2">{t('noPrompt')}</p>
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Dialog>
  );
}

type MakingProps = { run: RunDetail; sets: readonly CaseSet[]; facts: PromptFacts; onClose: () => void };

function Making({ run, sets, facts, onClose }: MakingProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const known = { name: nameOf(run), values: run.values };
  const [draft, setDraft] = useState(() => caseDraftOf(known, facts.variables));
  const [setId, setSetId] = useState(sets[0]?.id ?? '');
  const [setName, setSetName] = useState(run.promptTitle ?? '');
  const [taken, setTaken] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const files = run.omittedValues.map(({ name }) => name);
  const send = async () => {
    if (busy) return;
    const { body, faults: found } = caseBodyOf(draft, facts.variables, known);
    const all = setId === '' && setName.trim() === '' ? { ...found, set: t('needName') } : found;
    setFaults(all);
    if (Object.keys(all).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      let caseSetId = setId;
      if (caseSetId === '') {
        caseSetId = (await createCaseSet({ promptId: run.promptId ?? '', name: setName })).id;
        // Should the case be refused, the set is there already.
        setSetId(caseSetId);
      }
      await addCase({ caseSetId, given: body });
      await queries.invalidateQueries({ queryKey: casesKey });
      onClose();
      toast({
        tone: 'ok',
        text: t('made'),
        action: {
          label: t('openSet'),
          onAct: () => void router.navigate({ to: '/suites/cases/$caseSetId', params: { caseSetId } }),
        },
      });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      steadfast
      size="large"
      title={t('makeOfRun')}
      description={t('makeHint')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {t('make')}
          </Button>
        </>
      }
    >
      <div className="grid min-w-0 gap-4">
        {problem && <ProblemMessage>{problem}</ProblemMessage>}
        {files.length > 0 && (
          <ProblemMessage severity="info">{t('filesLeft', { names: files.join(', ') })}</ProblemMessage>
        )}
        <Select
          label={t('intoSet')}
          value={setId}
          options={[
            ...sets.map(({ id, name, cases }) => ({ value: id, label: `${name} · ${cases}` })),
            { value: '', label: t('aNewSet') },
          ]}
          onChange={(event) => setSetId(event.target.value)}
        />
        {setId === '' && (
          <TextField
            label={t('setName')}
            required
            maxLength={120}
            value={setName}
            error={faults.set}
            onChange={(event) => setSetName(event.target.value)}
          />
        )}
        {run.output !== '' && (
          <Checkbox
            label={t('takeAnswer')}
            checked={taken}
            onChange={(event) => {
              setTaken(event.target.checked);
              setDraft({ ...draft, expected: event.target.checked ? run.output.slice(0, 100_000) : '' });
            }}
          />
        )}
        <CaseFields draft={draft} onChange={setDraft} faults={faults} variables={facts.variables} />
      </div>
    </Dialog>
  );
}

/** The first value tells runs of a prompt apart best. */
function nameOf({ values, promptTitle }: RunDetail): string {
  const first = Object.values(values).find((value) => typeof value === 'string' && value.trim() !== '');
  const text = typeof first === 'string' ? first.replace(/\s+/gu, ' ').trim() : (promptTitle ?? '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
