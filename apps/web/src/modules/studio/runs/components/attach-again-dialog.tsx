import { attachmentTypes } from '@promptvault/wire/read-attachment';
import { Check, CircleDashed, Paperclip } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { formatBytes } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { t } from '../messages.ts';
import {
  type HashedFile,
  isWhole,
  matchAttached,
  type SentAttachment,
  withHash,
} from '../state/attach-again.ts';
import { type AttachedFile, readFiles, sortFiles } from '../state/attached-files.ts';
import { AttachedList } from './attached-list.tsx';
import { attachmentName } from './sent-attachments.tsx';

type AttachAgainDialogProps = {
  /** What the run was sent. */
  sent: readonly SentAttachment[];
  /** Files that are at hand already. */
  offered: readonly HashedFile[];
  onSend: (files: readonly AttachedFile[]) => void;
  onClose: () => void;
};

/** Asks for what was attached to a run and not kept with it: the same files, others in their place, or none. */
export function AttachAgainDialog({ sent, offered, onSend, onClose }: AttachAgainDialogProps) {
  const [files, setFiles] = useState<readonly HashedFile[]>(offered);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const matched = matchAttached(sent, files);
  const add = async (given: File[]) => {
    const read = await readFiles(given);
    setFiles((before) => {
      const there = before.map(({ file }) => file);
      return [...before, ...sortFiles(given, read, there).taken.map(withHash)];
    });
    const there = files.map(({ file }) => file);
    const sorted = sortFiles(given, read, there);
    setRefused([...sorted.refused, ...sorted.others.map(({ name }) => t('attachmentUnreadable', { name }))]);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      steadfast={files.length > offered.length}
      title={t('attachAgain')}
      description={t('attachAgainText')}
      actions={
        <>
          <Button className="mr-auto" onClick={() => onSend([])}>
            {t('sendWithout')}
          </Button>
          <Button onClick={onClose}>{t('dropIt')}</Button>
          <Button kind="primary" disabled={files.length === 0} onClick={() => onSend(matched.ordered)}>
            {t(isWhole(matched) || files.length === 0 ? 'sendSame' : 'sendOthers')}
          </Button>
        </>
      }
    >
      <ul aria-label={t('attachedThen')} className="mb-3 grid gap-1.5">
        {matched.needed.map(({ sent: each, file }) => (
          <li key={each.position} className="flex min-w-0 items-center gap-2">
            {file ? (
              <Check aria-hidden="true" className="size-4 shrink-0 text-ok" strokeWidth={2} />
            ) : (
              <CircleDashed aria-hidden="true" className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
            )}
            <span className="min-w-0 truncate font-medium">{attachmentName(each)}</span>
            <span className="ml-auto shrink-0 text-12 text-ink-3 tabular">
              {formatBytes(each.bytes)} · {t(file ? 'attachedSame' : 'attachedMissing')}
            </span>
          </li>
        ))}
      </ul>
      <FileDrop
        multiple
        label={t('attachHere')}
        icon={<Paperclip aria-hidden="true" strokeWidth={1.5} />}
        accept={attachmentTypes.join(',')}
        onFiles={(given) => void add(given)}
      />
      {refused.map((text) => (
        <ProblemMessage key={text} className="mt-2">
          {text}
        </ProblemMessage>
      ))}
      {matched.others.length > 0 && (
        <section aria-label={t('attachedOthers')} className="mt-3">
          <p className="text-12 text-ink-2">{t('attachedOthers')}</p>
          <AttachedList
            files={matched.others}
            onRename={(id, name) =>
              setFiles((before) =>
                before.map((each) =>
                  each.file.id === id ? { ...each, file: { ...each.file, name } } : each,
                ),
              )
            }
            onRemove={(id) => setFiles((before) => before.filter(({ file }) => file.id !== id))}
          />
        </section>
      )}
    </Dialog>
  );
}
