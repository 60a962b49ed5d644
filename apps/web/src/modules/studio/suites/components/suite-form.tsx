import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { ModelPicker } from '../../models/index.ts';
import { caseSetsQuery } from '../api/cases.ts';
import { promptFactsQuery } from '../api/prompt-facts.ts';
import { t } from '../messages.ts';
import { settingsDraftOf } from '../state/settings-draft.ts';
import { faultsOf, type SuiteDraft, sourceName, wholeOf } from '../state/suite-draft.ts';
import { SettingsGroup } from './settings-group.tsx';
import { SourceRow } from './source-row.tsx';

type SuiteFormProps = {
  promptId: string;
  first: SuiteDraft;
  action: string;
  /** A set that is not there yet may be chosen. */
  offersNewSet?: boolean;
  onSend: (draft: SuiteDraft) => Promise<void>;
};

/** Which cases are run on what, how often, and what passing means. */
export function SuiteForm({ promptId, first, action, offersNewSet, onSend }: SuiteFormProps) {
  const facts = useQuery(promptFactsQuery(promptId)).data;
  const sets = useQuery(caseSetsQuery(promptId)).data ?? [];
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<SuiteDraft>) => setDraft((before) => ({ ...before, ...part }));
  const faults = tried ? faultsOf(draft) : {};
  const cases = sets.find(({ id }) => id === draft.caseSetId)?.cases ?? 0;
  const counts = {
    cases,
    versions: draft.sources.length,
    models: draft.models.length,
    settings: draft.settings.length,
    repetitions: wholeOf(draft.repetitions) ?? 1,
  };
  const total = Object.values(counts).reduce((product, count) => product * count, 1);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || Object.keys(faultsOf(draft)).length > 0) return;
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
  const number = (name: 'repetitions' | 'concurrency' | 'passRate', label: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      value={draft[name]}
      error={faults[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-5">
      <TextField
        label={t('name')}
        required
        maxLength={120}
        value={draft.name}
        error={faults.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Select
        label={t('cases')}
        value={draft.caseSetId}
        options={[
          ...(offersNewSet ? [{ value: '', label: t('newSet') }] : []),
          ...sets.map(({ id, name, cases }) => ({ value: id, label: `${name} · ${cases}` })),
        ]}
        onChange={(event) => change({ caseSetId: event.target.value })}
      />
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="mb-1 text-12 font-medium text-ink-2">{t('versions')}</legend>
        {draft.sources.map((source, index) => (
          <SourceRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            key={index}
            source={source}
            facts={facts}
            onChange={(next) =>
              change({ sources: draft.sources.map((one, place) => (place === index ? next : one)) })
            }
            onRemove={
              draft.sources.length > 1
                ? () => change({ sources: draft.sources.filter((_, place) => place !== index) })
                : undefined
            }
          />
        ))}
        {draft.sources.length < 10 && (
          <Button
            size="small"
            kind="quiet"
            icon={<Plus />}
            className="-ml-2 w-fit"
            onClick={() => change({ sources: [...draft.sources, { kind: 'branch', branch: 'main' }] })}
          >
            {t('addVersion')}
          </Button>
        )}
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="mb-1 text-12 font-medium text-ink-2">{t('models')}</legend>
        <ModelPicker
          chosen={draft.models}
          onChange={(chosen) =>
            // A suite runs models, not chains: a chain would hide which of them answered.
            change({
              models: chosen
                .filter(({ chainId }) => chainId === undefined)
                .map(({ connectionId, model }) => ({ connectionId, model })),
            })
          }
        />
        {faults.models && <p className="text-12 text-bad">{faults.models}</p>}
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-2">
        <legend className="text-12 font-medium text-ink-2">{t('settingsGroups')}</legend>
        <p className="text-12 text-ink-3">{t('settingsHint')}</p>
        {draft.settings.map((group, index) => {
          const put = (part: Partial<typeof group>) =>
            change({
              settings: draft.settings.map((one, place) => (place === index ? { ...one, ...part } : one)),
            });
          const own = Object.entries(faults).flatMap(([field, fault]) =>
            field.startsWith(`settings.${index}.`) ? [[field.split('.').at(-1), fault]] : [],
          );
          return (
            <SettingsGroup
              // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
              key={index}
              group={group}
              faults={Object.fromEntries(own)}
              removeLabel={
                draft.settings.length > 1
                  ? t('remove', { name: `${t('settingsGroups')} ${index + 1}` })
                  : undefined
              }
              onChange={put}
              onRemove={() => change({ settings: draft.settings.filter((_, place) => place !== index) })}
            />
          );
        })}
        {draft.settings.length < 8 && (
          <Button
            size="small"
            kind="quiet"
            icon={<Plus />}
            className="-ml-2 w-fit"
            onClick={() => change({ settings: [...draft.settings, settingsDraftOf({})] })}
          >
            {t('addSettings')}
          </Button>
        )}
      </fieldset>
      <div className="grid gap-3 md:grid-cols-3">
        {number('repetitions', t('repetitions'))}
        {number('concurrency', t('concurrency'))}
        {number('passRate', t('passRate'))}
      </div>
      <TextField
        label={t('budget')}
        hint={t('budgetHint')}
        inputMode="decimal"
        value={draft.budget}
        error={faults.budget}
        onChange={(event) => change({ budget: event.target.value })}
      />
      <TextField
        label={t('check')}
        hint={t('checkHint')}
        mono
        maxLength={100}
        value={draft.check}
        onChange={(event) => change({ check: event.target.value })}
      />
      <Checkbox
        label={t('reuse')}
        hint={t('reuseHint')}
        checked={draft.reuse}
        onChange={(event) => change({ reuse: event.target.checked })}
      />
      {cases > 0 && (
        <p className="text-12 text-ink-3 tabular" title={draft.sources.map(sourceName).join(', ')}>
          {t('total', { count: total })}: {t('totalHint', counts)}
        </p>
      )}
      {problem && <ProblemMessage>{problem}</ProblemMessage>}
      <Button type="submit" kind="primary" className="self-start" busy={busy}>
        {action}
      </Button>
    </form>
  );
}
