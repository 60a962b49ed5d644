import { isPdf } from '@promptvault/wire/read-attachment';
import { FileText, X } from 'lucide-react';
import { formatBytes } from '../../../../ui/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import type { AttachedFile } from '../state/attached-files.ts';

type AttachedListProps = {
  files: readonly AttachedFile[];
  onRename: (id: string, name: string) => void;
  onRemove: (id: string) => void;
};

/** What goes with the next run, each with its name to be changed. */
export function AttachedList({ files, onRename, onRemove }: AttachedListProps) {
  return (
    <ul className="grid gap-2 py-1">
      {files.map((file) => (
        <li key={file.id} className="flex items-center gap-2">
          <Thumbnail file={file} />
          <div className="min-w-0 flex-1">
            <TextField
              label={t('attachmentName')}
              hideLabel
              value={file.name}
              maxLength={200}
              onChange={(event) => onRename(file.id, event.target.value)}
            />
            <p className="truncate pt-0.5 text-12 text-ink-3 tabular">
              {isPdf(file) ? pagesText(file.pages) : t('pixels', { width: file.width, height: file.height })}{' '}
              · {formatBytes(file.bytes)}
            </p>
          </div>
          <IconButton
            size="small"
            label={t('removeAttachment', { name: file.name })}
            icon={<X />}
            onClick={() => onRemove(file.id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** How long a PDF document is, as far as it says. */
export const pagesText = (pages: number | null): string =>
  pages === null ? t('pdf') : t('pdfPages', { count: pages });

function Thumbnail({ file }: { file: AttachedFile }) {
  const look = 'size-12 shrink-0 rounded-md border border-line bg-bg';
  if (!isPdf(file))
    return (
      <img
        src={`data:${file.mediaType};base64,${file.data}`}
        alt={file.name}
        className={`${look} object-contain`}
      />
    );
  return (
    <span className={`${look} grid place-items-center text-ink-3`}>
      <FileText aria-hidden="true" className="size-5" strokeWidth={1.5} />
    </span>
  );
}
