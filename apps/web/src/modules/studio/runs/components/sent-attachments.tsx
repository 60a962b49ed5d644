import { isPdf } from '@promptvault/wire/read-attachment';
import { useQuery } from '@tanstack/react-query';
import { Download, FileText, FileX } from 'lucide-react';
import { formatBytes } from '../../../../ui/format.ts';
import { Spinner } from '../../../../ui/spinner.tsx';
import { runAttachmentQuery } from '../api/runs.ts';
import { t } from '../messages.ts';
import type { RunDetail } from '../state/run-answer.ts';
import { pagesText } from './attached-list.tsx';

type SentAttachment = RunDetail['attachments'][number];

/** What was sent beside the messages: to be looked at or downloaded where it was kept, else what is known of it. */
export function SentAttachments({ run }: { run: RunDetail }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-3">
      {run.attachments.map((attachment) => (
        <li key={attachment.position} className="min-w-0 overflow-hidden rounded-md border border-line">
          <div className="grid h-36 place-items-center border-b border-line bg-bg text-12 text-ink-3">
            {attachment.kept ? (
              <KeptAttachment runId={run.id} attachment={attachment} />
            ) : (
              <span className="flex items-center gap-1.5">
                <FileX aria-hidden="true" className="size-4" strokeWidth={1.75} />
                {t('attachmentNotKept')}
              </span>
            )}
          </div>
          <div className="px-3 py-2">
            <p className="truncate font-medium">{attachmentName(attachment)}</p>
            <p className="truncate text-12 text-ink-3 tabular">
              {kindText(attachment)} · {formatBytes(attachment.bytes)}
            </p>
            <code className="block truncate font-mono text-12 text-ink-3" title={attachment.hash}>
              {attachment.hash}
            </code>
          </div>
        </li>
      ))}
    </ul>
  );
}

export const attachmentName = ({ name, position }: Pick<SentAttachment, 'name' | 'position'>) =>
  name.trim() === '' ? t('attachmentNumber', { number: position + 1 }) : name;

function kindText({ mediaType, width, height, pages }: SentAttachment): string {
  if (width === null || height === null) return pagesText(pages);
  return `${mediaType.replace('image/', '').toUpperCase()} · ${t('pixels', { width, height })}`;
}

function KeptAttachment({ runId, attachment }: { runId: string; attachment: SentAttachment }) {
  const { data, error } = useQuery(runAttachmentQuery(runId, attachment.position));
  const name = attachmentName(attachment);
  if (error) return <span className="px-3 text-center text-bad">{error.message}</span>;
  if (!data) return <Spinner />;
  if (isPdf(attachment))
    return (
      // Never shown within our pages: it is saved, and opened by what the person trusts with it.
      <a
        href={data}
        download={/\.pdf$/i.test(name) ? name : `${name}.pdf`}
        aria-label={t('downloadAttachment', { name })}
        className="grid size-full place-items-center text-ink-2 hover:text-ink"
      >
        <span className="grid justify-items-center gap-1.5">
          <FileText aria-hidden="true" className="size-7" strokeWidth={1.25} />
          <span className="flex items-center gap-1">
            <Download aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
            {t('download')}
          </span>
        </span>
      </a>
    );
  return (
    <a href={data} download={name} className="grid size-full place-items-center p-1">
      <img src={data} alt={name} className="max-h-34 max-w-full object-contain" />
    </a>
  );
}
