import { useRouter } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button, type ButtonProps } from '../../../../ui/button.tsx';
import { startPrompt } from '../api/start-prompt.ts';
import { frameText } from '../state/frame-text.ts';

/** Creates a prompt and opens it; nothing for those who may not. */
export function NewPromptButton({ kind = 'primary', size }: Pick<ButtonProps, 'kind' | 'size'>) {
  const router = useRouter();
  const may = useMay();
  const [busy, setBusy] = useState(false);
  if (!may('prompt.create')) return null;
  const start = async () => {
    setBusy(true);
    await startPrompt((to) => void router.navigate({ href: to }));
    setBusy(false);
  };
  return (
    <Button kind={kind} size={size} icon={<Plus />} keys="c" busy={busy} onClick={() => void start()}>
      {frameText('newPrompt')}
    </Button>
  );
}
