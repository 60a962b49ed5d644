import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { labelFactsQuery } from '../api/experiments.ts';
import { t } from '../messages.ts';
import { measures } from '../state/draft-fields.ts';
import { type ExperimentDraft, faultsOf, withLabel } from '../state/experiment-draft.ts';
import { GuardFields } from './guard-fields.tsx';
import { RuleFields } from './rule-fields.tsx';
import { VariantFields } from './variant-fields.tsx';

type ExperimentFormProps = {
  promptId: string;
  first: ExperimentDraft;
  action: string;
  /** The label of one that is there stays. */
  keepsLabel?: boolean;
  onSend: (draft: ExperimentDraft) => Promise<void>;
};

/** What is tried on whom, what decides, and what stops it. */
export function ExperimentForm({ promptId, first, action, keepsLabel, onSend }: ExperimentFormProps) {
  const facts = useQuery(labelFactsQuery(promptId)).data ?? { labels: [], versions: [] };
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<ExperimentDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = tried ? faultsOf(draft) : {};
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    if (Object.keys(faultsOf(draft)).length > 0) {
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await onSend(draft);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  const fields = { draft, change, faults };
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="@container flex flex-col gap-6">
      <TextField
        label={t('name')}
        required
        maxLength={120}
        value={draft.name}
        error={faults.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextArea
        label={t('hypothesis')}
        hint={t('hypothesisHint')}
        rows={2}
        maxLength={2_000}
        value={draft.hypothesis}
        onChange={(event) => change({ hypothesis: event.target.value })}
      />
      {!keepsLabel && (
        <Select
          label={t('label')}
          hint={t('labelHint')}
          value={draft.label}
          options={facts.labels.map(({ name, version }) => ({
            value: name,
            label: version === null ? name : `${name} · v${version}`,
            disabled: version === null,
          }))}
          onChange={(event) => setDraft(withLabel(draft, facts, event.target.value))}
        />
      )}
      <VariantFields {...fields} versions={facts.versions} onDraft={setDraft} />
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-2 font-semibold">{t('primary')}</legend>
        <div className="grid gap-3 @md:grid-cols-2">
          <TextField
            label={t('metric')}
            hint={t('metricHint')}
            mono
            maxLength={40}
            value={draft.metric}
            error={faults.metric}
            onChange={(event) => change({ metric: event.target.value })}
          />
          <Select
            label={t('measure')}
            value={draft.measure}
            options={measures()}
            onChange={(event) => change({ measure: event.target.value as ExperimentDraft['measure'] })}
          />
          <Select
            label={t('better')}
            value={draft.better}
            options={[
              { value: 'higher', label: t('higher') },
              { value: 'lower', label: t('lower') },
            ]}
            onChange={(event) => change({ better: event.target.value as ExperimentDraft['better'] })}
          />
          <TextField
            label={t(draft.measure === 'share' ? 'worthwhileShare' : 'worthwhileMean')}
            inputMode="decimal"
            value={draft.worthwhile}
            error={faults.worthwhile}
            onChange={(event) => change({ worthwhile: event.target.value })}
          />
        </div>
      </fieldset>
      <GuardFields {...fields} />
      <RuleFields {...fields} />
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-2 font-semibold">{t('effort')}</legend>
        <div className="grid gap-3 @md:grid-cols-2">
          <TextField
            label={t('subjects')}
            hint={t('subjectsHint')}
            inputMode="numeric"
            value={draft.subjects}
            error={faults.subjects}
            onChange={(event) => change({ subjects: event.target.value })}
          />
          <TextField
            label={t('leastSubjects')}
            hint={t('leastHint')}
            inputMode="numeric"
            value={draft.leastSubjects}
            error={faults.leastSubjects}
            onChange={(event) => change({ leastSubjects: event.target.value })}
          />
          <TextField
            label={t('endsAt')}
            hint={t('endsHint')}
            type="date"
            value={draft.endsOn}
            onChange={(event) => change({ endsOn: event.target.value })}
          />
        </div>
      </fieldset>
      {problem && <ProblemMessage>{problem}</ProblemMessage>}
      <Button type="submit" kind="primary" className="self-start" busy={busy}>
        {action}
      </Button>
    </form>
  );
}
