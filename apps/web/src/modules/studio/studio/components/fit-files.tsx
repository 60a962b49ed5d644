import { type FitPart, fitPack, packItemKey, visibleName } from '@promptvault/context';
import type { ContextPack } from '@promptvault/document';
import { estimateTokens } from '@promptvault/tokens';
import { Scissors } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { formatTokens } from '../../../../ui/format.ts';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { fenceTokens } from '../state/token-budget.ts';
import type { Studio } from '../state/use-studio.ts';

/** Where the chosen files do not fit with the rest: how they would be cut, before they are. */
export function FitFiles({ studio }: { studio: Studio }) {
  const [open, setOpen] = useState(false);
  const { used, answer, limit } = studio.budget;
  const tooMuch = limit !== undefined && used + answer > limit && studio.pack.items.length > 0;
  if (!tooMuch && !open) return null;
  return (
    <>
      <Button size="small" icon={<Scissors />} onClick={() => setOpen(true)}>
        {t('fitFiles')}
      </Button>
      {open && <FitDialog studio={studio} limit={limit ?? 0} onClose={() => setOpen(false)} />}
    </>
  );
}

type Item = ContextPack['items'][number];
type FitDialogProps = { studio: Studio; limit: number; onClose: () => void };

function FitDialog({ studio, limit, onClose }: FitDialogProps) {
  const { pack, setPack, budget } = studio;
  const { besidesFiles, answer, isEstimated, count, family } = budget;
  const room = limit - answer - besidesFiles;
  const fitted = useMemo(
    () =>
      fitPack<Item>({
        items: pack.items,
        budget: room,
        around: fenceTokens,
        // What is counted here is counted again when it is sent: whatever the encoding says of it then, it is no more.
        count: (text) => ({ ...estimateTokens(text, family), tokens: count(text) }),
      }),
    [pack, room, count, family],
  );
  const take = () => {
    setPack({ ...pack, items: fitted.items });
    toast({ text: t('fitTaken'), tone: 'ok', onUndo: () => setPack(pack) });
    onClose();
  };
  const tokens = (of: number) => formatTokens(of, isEstimated);
  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      title={t('fitFiles')}
      description={t('fitRule', { room: tokens(Math.max(0, room)), answer: formatTokens(answer) })}
      actions={
        <>
          <Button onClick={onClose}>{t('fitCancel')}</Button>
          <Button kind="primary" onClick={take}>
            {t('fitTake', { count: fitted.items.length })}
          </Button>
        </>
      }
    >
      {room <= 0 && <p className="mb-3 text-warn">{t('fitNoRoom')}</p>}
      <ul className="overflow-hidden rounded-md border border-line">
        {fitted.parts.map((part) => (
          <FitRow key={packItemKey(part.item)} part={part} tokens={tokens} />
        ))}
      </ul>
    </Dialog>
  );
}

type FitRowProps = { part: FitPart<Item>; tokens: (count: number) => string };

function FitRow({ part, tokens }: FitRowProps) {
  const { item, fate, kept, tokensBefore } = part;
  const line = (
    <span className="inline-flex w-[calc(100%-1.5rem)] min-w-0 items-baseline gap-3 align-top">
      <bdi className="min-w-0 flex-1 truncate font-mono text-12">{visibleName(item.path)}</bdi>
      <Chip>
        {fate === 'whole'
          ? t('fitWhole')
          : fate === 'cut'
            ? t('fitCut', { from: kept.from ?? 1, to: kept.to ?? 1 })
            : t('fitLeftOut')}
      </Chip>
      <span className="shrink-0 text-right text-12 text-ink-2 tabular">
        {fate === 'whole' ? tokens(tokensBefore) : `${tokens(tokensBefore)} → ${tokens(part.tokens)}`}
      </span>
    </span>
  );
  return (
    <li className="border-b border-line px-3 py-1.5 last:border-0">
      <details open={fate === 'cut'}>
        <summary>{line}</summary>
        {kept ? <Text label={t('fitSent')} text={kept.text} /> : null}
        {fate !== 'whole' && (
          <Text label={t('fitNotSent')} text={item.text.slice(kept?.text.length ?? 0)} faint />
        )}
      </details>
    </li>
  );
}

const Text = ({ label, text, faint }: { label: string; text: string; faint?: boolean }) => (
  <div className="pt-1.5">
    <p className="text-12 text-ink-3">{label}</p>
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={`max-h-40 overflow-auto rounded-md bg-bg px-3 py-2 font-mono text-12 leading-5 ${faint ? 'text-ink-3 line-through' : ''}`}
    >
      {text}
    </pre>
  </div>
);
