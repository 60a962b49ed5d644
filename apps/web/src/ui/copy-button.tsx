import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { Button, type ButtonProps } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { toast } from './toast-store.ts';
import { writeClipboard } from './write-clipboard.ts';

type CopyButtonProps = {
  /** Read when clicked, so that it may be large. */
  text: string | (() => string);
  label?: string;
  /** Shows the label beside the icon. */
  wide?: boolean;
  kind?: ButtonProps['kind'];
  size?: 'small' | 'medium';
};

export function CopyButton({ text, label = t('copy'), wide, kind = 'plain', size }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 1500);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    try {
      await writeClipboard(typeof text === 'function' ? text() : text);
      setDone(true);
    } catch (error) {
      toast({ tone: 'bad', text: error instanceof Error ? error.message : String(error) });
    }
  };
  const icon = done ? <Check className="text-ok" /> : <Copy />;
  if (wide)
    return (
      <Button kind={kind} size={size} icon={icon} onClick={copy}>
        {done ? t('copied') : label}
      </Button>
    );
  return <IconButton size={size} icon={icon} label={done ? t('copied') : label} onClick={copy} />;
}
