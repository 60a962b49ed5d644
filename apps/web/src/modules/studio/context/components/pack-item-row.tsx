import { directoryOf, fileTypeOf, nameOf, visibleName } from '@promptvault/context';
import type { ContextPack } from '@promptvault/document';
import { ListStart, X } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { formatTokens } from '../../../../ui/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';

type PackItem = ContextPack['items'][number];

type PackItemRowProps = {
  item: PackItem;
  isEstimated: boolean;
  /** Why its lines cannot be changed, in words: only a file that can be read again is cut anew. */
  fixed: string | undefined;
  onChangeLines: (range: { from: number; to: number }) => void;
  onPreview: (() => void) | undefined;
  onRemove: () => void;
};

/** One chosen file: kind, name, lines, tokens; its lines open for change in place. */
export function PackItemRow({
  item,
  isEstimated,
  fixed,
  onChangeLines,
  onPreview,
  onRemove,
}: PackItemRowProps) {
  const [isEditing, setIsEditing] = useState(false);
  const name = visibleName(nameOf(item.path));
  const folder = visibleName(directoryOf(item.path));
  const lines =
    item.from === undefined ? t('wholeFile') : t('lines', { from: item.from, to: item.to ?? item.from });
  return (
    <li className="flex flex-col px-2 py-1 hover:bg-raise">
      <div className="flex items-center gap-2">
        <Badge className="w-9 shrink-0 font-mono">{fileTypeOf(item.path).badge || '·'}</Badge>
        <button
          type="button"
          disabled={!onPreview}
          onClick={onPreview}
          title={visibleName(item.path)}
          className="flex min-w-0 flex-1 flex-col text-left"
        >
          <bdi className="truncate">{name}</bdi>
          <span className="truncate text-12 text-ink-3">
            {folder === '' ? lines : t('inFolder', { folder, lines })}
          </span>
        </button>
        <span className="shrink-0 text-12 text-ink-2 tabular">{formatTokens(item.tokens, isEstimated)}</span>
        <IconButton
          size="small"
          label={fixed ?? t('changeLines', { name })}
          icon={<ListStart />}
          disabled={fixed !== undefined}
          pressed={isEditing}
          onClick={() => setIsEditing(!isEditing)}
        />
        <IconButton size="small" label={t('removeItem', { name })} icon={<X />} onClick={onRemove} />
      </div>
      {isEditing && fixed === undefined && (
        <LineForm
          item={item}
          onApply={(range) => {
            setIsEditing(false);
            onChangeLines(range);
          }}
        />
      )}
    </li>
  );
}

function LineForm({
  item,
  onApply,
}: {
  item: PackItem;
  onApply: (range: { from: number; to: number }) => void;
}) {
  const [from, setFrom] = useState(String(item.from ?? 1));
  const [to, setTo] = useState(item.to === undefined ? '' : String(item.to));
  const [hasFault, setHasFault] = useState(false);
  return (
    <form
      className="flex items-end gap-2 py-2 pl-11"
      onSubmit={(event) => {
        event.preventDefault();
        const range = { from: Number(from), to: Number(to) };
        const isRange =
          Number.isInteger(range.from) &&
          Number.isInteger(range.to) &&
          range.from >= 1 &&
          range.to >= range.from;
        setHasFault(!isRange);
        if (isRange) onApply(range);
      }}
    >
      <TextField
        label={t('fromLine')}
        inputMode="numeric"
        value={from}
        error={hasFault ? t('badRange') : undefined}
        onChange={(event) => setFrom(event.target.value)}
      />
      <TextField
        label={t('toLine')}
        inputMode="numeric"
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button type="submit" className="h-8">
        {t('applyLines')}
      </Button>
    </form>
  );
}
