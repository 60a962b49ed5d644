import { type FormEvent, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { keepDraft, readDraft } from '../../../../ui/form-draft.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type ModelChoice, OneModel } from '../../models/index.ts';
import { type DescribeBody, describePrompt } from '../api/described.ts';
import { keepAsked } from '../state/described-kept.ts';
import { t } from '../state/described-messages.ts';

const mostCases = 50;
const longestAbout = 8_000;
const formName = 'described.form';

/** What the prompt should do, and which model writes it. */
export function DescribeForm({ onAsked }: { onAsked: (runId: string) => void }) {
  const [about, setAbout] = useState(
    () => readDraft<{ about: string }>(formName, sessionStorage)?.about ?? '',
  );
  const [chosen, setChosen] = useState<readonly ModelChoice[]>([]);
  const [count, setCount] = useState('5');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [model] = chosen;
  const number = Number(count.trim() || Number.NaN);
  const countFault =
    Number.isSafeInteger(number) && number >= 0 && number <= mostCases
      ? undefined
      : t('notInRange', { from: 0, to: mostCases });
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || !model || countFault || about.trim() === '') return;
    setBusy(true);
    setProblem(undefined);
    try {
      const { connectionId, model: name } = model;
      const asked: DescribeBody = { model: { connectionId, model: name }, about, count: number };
      const { runId } = await describePrompt(asked);
      keepAsked(runId, asked);
      onAsked(runId);
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <form noValidate className="flex flex-col gap-5" onSubmit={(event) => void ask(event)}>
      <p className="text-ink-2">{t('hint')}</p>
      <TextArea
        label={t('about')}
        hint={t('aboutHint')}
        rows={5}
        maxLength={longestAbout}
        value={about}
        error={tried && about.trim() === '' ? t('needAbout') : undefined}
        onChange={({ target: { value } }) => {
          setAbout(value);
          keepDraft(formName, { about: value }, [], sessionStorage);
        }}
      />
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
      {problem && <ProblemMessage>{problem}</ProblemMessage>}
      <Button type="submit" kind="primary" className="self-start" busy={busy}>
        {t('ask')}
      </Button>
    </form>
  );
}
