import { type FormEvent, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { t } from '../state/described-messages.ts';

const longestRemark = 4_000;

/** Has the model write its draft again, with a remark of the person. */
export function AskAgain({ onAsk }: { onAsk: (remark: string) => Promise<void> }) {
  const [remark, setRemark] = useState('');
  const [busy, setBusy] = useState(false);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await onAsk(remark);
    setBusy(false);
  };
  return (
    <form className="grid gap-2 border-t border-line pt-4" onSubmit={(event) => void ask(event)}>
      <TextArea
        label={t('remark')}
        hint={t('remarkHint')}
        rows={2}
        maxLength={longestRemark}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <Button type="submit" className="justify-self-start" busy={busy}>
        {t('askAgain')}
      </Button>
    </form>
  );
}
