import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type ModelChoice, OneModel } from '../../models/index.ts';
import { microDollarsOf, type PromptFacts } from '../../suites/index.ts';
import { optimisationsKey, startOptimisation } from '../api/optimisations.ts';
import { t } from '../messages.ts';

type OptimiseFormProps = {
  promptId: string;
  facts: PromptFacts;
  suites: readonly { id: string; name: string }[];
  suiteId: string | undefined;
  onStarted: (optimisationId: string) => void;
};

const bounds = { count: [2, 50], candidates: [1, 6], rounds: [1, 10], heldOut: [0, 80] } as const;
type Field = keyof typeof bounds;

/** Which model rewrites, what rewrites are measured by, how many, and what all of it may cost. */
export function OptimiseForm({ promptId, facts, suites, suiteId, onStarted }: OptimiseFormProps) {
  const queries = useQueryClient();
  const [branch, setBranch] = useState(facts.branches[0]?.name ?? 'main');
  const [suite, setSuite] = useState(suites.find(({ id }) => id === suiteId)?.id ?? suites[0]?.id ?? '');
  const [writer, setWriter] = useState<readonly ModelChoice[]>([]);
  const [target, setTarget] = useState<readonly ModelChoice[]>([]);
  const [typed, setTyped] = useState({ count: '10', candidates: '3', rounds: '3', heldOut: '30' });
  const [about, setAbout] = useState('');
  const [rubric, setRubric] = useState('');
  const [budget, setBudget] = useState('1');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const faultOf = (field: Field) => {
    const [from, to] = bounds[field];
    const value = Number(typed[field].trim() || Number.NaN);
    return Number.isSafeInteger(value) && value >= from && value <= to
      ? undefined
      : t('notNumber', { from, to });
  };
  const micro = microDollarsOf(budget);
  const asked: readonly Field[] = [
    ...(suite === '' ? (['count'] as const) : []),
    ...(['candidates', 'rounds', 'heldOut'] as const),
  ];
  const isReady =
    writer[0] !== undefined &&
    micro !== undefined &&
    (suite !== '' || target[0] !== undefined) &&
    asked.every((field) => faultOf(field) === undefined);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [model] = writer;
    if (busy || !isReady || !model || micro === undefined) return;
    setBusy(true);
    setProblem(undefined);
    const plain = ({ connectionId, model: name }: ModelChoice) => ({ connectionId, model: name });
    try {
      const { id } = await startOptimisation({
        ...{ promptId, branch, model: plain(model), budgetMicroDollars: micro },
        ...{ candidates: Number(typed.candidates), rounds: Number(typed.rounds) },
        heldOut: Number(typed.heldOut) / 100,
        ...(suite !== ''
          ? { suiteId: suite }
          : {
              target: target[0] ? plain(target[0]) : null,
              generate: { count: Number(typed.count), about },
              rubric: rubric.trim() === '' ? null : rubric,
            }),
      });
      void queries.invalidateQueries({ queryKey: optimisationsKey });
      onStarted(id);
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  };
  const number = (field: Field, label: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      value={typed[field]}
      error={tried ? faultOf(field) : undefined}
      onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
    />
  );
  const picker = (label: string, chosen: readonly ModelChoice[], set: (next: ModelChoice[]) => void) => (
    <OneModel
      label={label}
      chosen={chosen}
      onChange={set}
      fault={tried && !chosen[0] ? t('needModel') : undefined}
    />
  );
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={(event) => void send(event)}>
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('branch')}
          value={branch}
          options={facts.branches.map(({ name }) => ({ value: name, label: name }))}
          onChange={(event) => setBranch(event.target.value)}
        />
        <Select
          label={t('measuredBy')}
          value={suite}
          options={[
            ...suites.map(({ id, name }) => ({ value: id, label: name })),
            { value: '', label: t('noSuite') },
          ]}
          onChange={(event) => setSuite(event.target.value)}
        />
      </div>
      {picker(t('model'), writer, setWriter)}
      {suite === '' && (
        <>
          <ProblemMessage severity="info">{t('noSuiteHint')}</ProblemMessage>
          {picker(t('target'), target, setTarget)}
          {number('count', t('generated'))}
          <TextArea
            label={t('about')}
            rows={2}
            maxLength={4_000}
            value={about}
            onChange={(event) => setAbout(event.target.value)}
          />
          <TextArea
            label={t('rubric')}
            hint={t('rubricHint')}
            rows={2}
            maxLength={20_000}
            value={rubric}
            onChange={(event) => setRubric(event.target.value)}
          />
        </>
      )}
      <div className="grid gap-3 md:grid-cols-3">
        {number('candidates', t('candidatesEach'))}
        {number('rounds', t('rounds'))}
        {number('heldOut', t('heldOut'))}
      </div>
      <TextField
        label={t('budget')}
        hint={t('budgetHint')}
        inputMode="decimal"
        value={budget}
        error={
          tried && micro === undefined ? t('notNumber', { from: '0.000001', to: '1,000,000' }) : undefined
        }
        onChange={(event) => setBudget(event.target.value)}
      />
      {problem && <ProblemMessage>{problem}</ProblemMessage>}
      <Button type="submit" kind="primary" className="self-start" busy={busy}>
        {t('start')}
      </Button>
    </form>
  );
}
