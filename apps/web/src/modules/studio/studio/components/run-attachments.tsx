import { attachmentTypes } from '@promptvault/wire/read-attachment';
import { Paperclip } from 'lucide-react';
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { formatTokens } from '../../../../ui/format.ts';
import { toast } from '../../../../ui/toast-store.ts';
import { takeTexts } from '../../context/index.ts';
import { AttachedList } from '../../runs/index.ts';
import { t } from '../messages.ts';
import { modelsWithout, tokensOfAttached } from '../state/run-attachments.ts';
import type { Studio } from '../state/use-studio.ts';

/** Images and PDF documents for the next run: pasted anywhere on the page, dropped here, or picked. Texts become context. */
export function RunAttachments({ studio }: { studio: Studio }) {
  const { files, add, rename, remove } = studio.attached;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const takeAsContext = useTakeTexts(studio);
  const take = async (given: readonly File[]) => {
    const { refused, others } = await add(given);
    for (const text of refused) toast({ text, tone: 'bad' });
    if (others.length > 0) await takeAsContext(others);
  };
  usePastedFiles(take);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take([...event.dataTransfer.files]);
  };
  const { models, privately } = studio;
  return (
    <section
      id="studio-attachments"
      aria-label={t('attachments')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classes('border-b border-line px-4 py-2', isOver && 'bg-accent-weak')}
    >
      <header className="flex min-h-8 items-center gap-2">
        <h2 className="flex-1 font-semibold">{t('attachments')}</h2>
        {files.length > 0 && (
          <span className="text-12 text-ink-2 tabular">
            {formatTokens(tokensOfAttached(files, models.known), true)}
          </span>
        )}
        <Button size="small" icon={<Paperclip />} onClick={() => input.current?.click()}>
          {t('attachFiles')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={t('attachFiles')}
          // Texts may be chosen too; a browser knows only some of them by their type.
          accept={[...attachmentTypes, 'text/*', 'application/json', '.md', '.csv', '.yaml', '.yml'].join(
            ',',
          )}
          onChange={({ target }) => {
            void take([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </header>
      {files.length === 0 ? (
        <p className="text-12 text-ink-3">{t('attachmentsHint')}</p>
      ) : (
        <AttachedList files={files} onRename={rename} onRemove={remove} />
      )}
      {files.length > 0 && privately.isOn && (
        <p className="pt-1 text-12 text-warn">{t('attachmentsPrivate')}</p>
      )}
      {!privately.isOn &&
        modelsWithout(models.known, files).map(({ kind, models: names }) => (
          <p key={kind} className="pt-1 text-12 text-warn">
            {t(kind === 'image' ? 'imagesNotTaken' : 'pdfsNotTaken', { models: names.join(', ') })}
          </p>
        ))}
    </section>
  );
}

/** Files that are texts go among those that feed the prompt, where a run keeps and counts them as such. */
function useTakeTexts({ pack, setPack, budget }: Studio) {
  const latest = useRef(pack);
  useEffect(() => {
    latest.current = pack;
  }, [pack]);
  return async (files: readonly File[]) => {
    const { items, refused, packed } = await takeTexts(files, budget.family, () => latest.current);
    if (items > 0) {
      setPack(packed);
      toast({ text: t('textsTaken', { count: items }) });
    }
    for (const text of refused) toast({ text, tone: 'bad' });
  };
}

/** Files pasted anywhere on the page; a paste of text stays with the field it is for. */
function usePastedFiles(take: (files: readonly File[]) => Promise<void>) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
