import { type FormEvent, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type ModelChoice, OneModel } from '../../models/index.ts';
import type { CaseSet } from '../api/cases.ts';
import type { PromptFacts } from '../api/prompt-facts.ts';
import { proposeCases } from '../api/proposals.ts';
import type { SuiteSource } from '../api/suites.ts';
import { t as cases } from '../state/case-messages.ts';
import { t } from '../state/proposal-messages.ts';
import { SourceRow } from './source-row.tsx';

const mostProposals = 50;

type ProposeFormProps = { set: CaseSet; facts: PromptFacts; onAsked: (runId: string) => void };

/** Which model is asked for how many cases, and what they should try. */
export function ProposeForm({ set, facts, onAsked }: ProposeFormProps) {
  const [chosen, setChosen] = useState<readonly ModelChoice[]>([]);
  const [count, setCount] = useState('5');
  const [source, setSource] = useState<SuiteSource>({
    kind: 'branch',
    branch: facts.branches[0]?.name ?? 'main',
  });
  const [about, setAbout] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [model] = chosen;
  const number = Number(count.trim() || Number.NaN);
  const countFault =
    Number.isSafeInteger(number) && number >= 1 && number <= mostProposals
      ? undefined
      : cases('notInRange', { from: 1, to: mostProposals });
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || !model || countFault) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { connectionId, model: name } = model;
      const asked = { model: { connectionId, model: name }, count: number, source, about };
      onAsked((await proposeCases({ caseSetId: set.id, ...asked })).runId);
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={(event) => void ask(event)}>
      <p className="text-ink-2">{t('hint')}</p>
      <OneModel
        label={t('model')}
        chosen={chosen}
        onChange={setChosen}
        fault={tried && !model ? t('needModel') : undefined}
      />
      <TextField
        label={t('count')}
        inputMode="numeric"
        className="w-72 max-w-full"
        value={count}
        error={tried ? countFault : undefined}
        onChange={(event) => setCount(event.target.value)}
      />
      <fieldset className="min-w-0">
        <legend className="mb-1 text-12 font-medium text-ink-2">{t('version')}</legend>
        <SourceRow source={source} facts={facts} onChange={setSource} onRemove={undefined} />
      </fieldset>
      <TextArea
        label={t('about')}
        hint={t('aboutHint')}
        rows={3}
        maxLength={4_000}
        value={about}
        onChange={(event) => setAbout(event.target.value)}
      />
      {problem && <ProblemMessage>{problem}</ProblemMessage>}
      <Button type="submit" kind="primary" className="self-start" busy={busy}>
        {t('ask')}
      </Button>
    </form>
  );
}
