import { useQuery } from '@tanstack/react-query';
import { ImageOff } from 'lucide-react';
import { formatBytes } from '../../../../ui/format.ts';
import { Spinner } from '../../../../ui/spinner.tsx';
import { runImageQuery } from '../api/runs.ts';
import { t } from '../messages.ts';
import type { RunDetail } from '../state/run-answer.ts';

type SentImage = RunDetail['images'][number];

/** Images that were sent: to be looked at where they were kept, else what is known of them. */
export function SentImages({ run }: { run: RunDetail }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-3">
      {run.images.map((image) => (
        <li key={image.position} className="min-w-0 overflow-hidden rounded-md border border-line">
          <div className="grid h-36 place-items-center border-b border-line bg-bg text-12 text-ink-3">
            {image.kept ? (
              <KeptImage runId={run.id} image={image} />
            ) : (
              <span className="flex items-center gap-1.5">
                <ImageOff aria-hidden="true" className="size-4" strokeWidth={1.75} />
                {t('imageNotKept')}
              </span>
            )}
          </div>
          <div className="px-3 py-2">
            <p className="truncate font-medium">{nameOf(image)}</p>
            <p className="truncate text-12 text-ink-3 tabular">
              {image.mediaType.replace('image/', '').toUpperCase()} · {image.width} × {image.height} ·{' '}
              {formatBytes(image.bytes)}
            </p>
            <code className="block truncate font-mono text-12 text-ink-3" title={image.hash}>
              {image.hash}
            </code>
          </div>
        </li>
      ))}
    </ul>
  );
}

const nameOf = ({ name, position }: SentImage) =>
  name.trim() === '' ? t('imageNumber', { number: position + 1 }) : name;

function KeptImage({ runId, image }: { runId: string; image: SentImage }) {
  const { data, error } = useQuery(runImageQuery(runId, image.position));
  if (error) return <span className="px-3 text-center text-bad">{error.message}</span>;
  if (!data) return <Spinner />;
  return (
    <a href={data} download={nameOf(image)} className="grid size-full place-items-center p-1">
      <img src={data} alt={nameOf(image)} className="max-h-34 max-w-full object-contain" />
    </a>
  );
}
