import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatBytes } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { newIdempotencyKey } from '../../../../wire/request-headers.ts';
import { type CsvMapping, type ImportSession, importCsv, importsKey, previewQuery } from '../api/imports.ts';
import { t } from '../messages.ts';
import type { CsvFile } from '../state/read-csv-file.ts';
import { readTags, tagOfFile, tagProblem } from '../state/tag-text.ts';
import { type Gifts, ImportGifts } from './import-gifts.tsx';
import { ImportMapping } from './import-mapping.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportRows } from './import-rows.tsx';

type ImportFormProps = {
  file: CsvFile;
  onOther: () => void;
  onDone: (session: ImportSession, tags: string[]) => void;
};

/** What was found in the file, what each prompt shall get, and the button. */
export function ImportForm({ file, onOther, onDone }: ImportFormProps) {
  const queries = useQueryClient();
  const [mapping, setMapping] = useState<CsvMapping>();
  const [gifts, setGifts] = useState<Gifts>({
    tags: tagOfFile(file.name),
    visibility: 'organization',
    publish: false,
  });
  // One key for one exact wish: repeated unchanged, after a lost answer, it imports once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new wish is what makes a new key
  const key = useMemo(newIdempotencyKey, [gifts, mapping]);
  const preview = useQuery(previewQuery(file, mapping));
  const tags = readTags(gifts.tags);
  const running = useMutation({
    mutationFn: () => importCsv({ ...gifts, file, mapping, tags, key }),
    onSuccess: async (session) => {
      onDone(session, tags);
      await Promise.all(
        [importsKey, ['prompts'], ['tags']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
  const { data, error } = preview;
  const coming = data ? data.found - data.known : 0;
  return (
    <>
      <header className="mb-8 flex flex-wrap items-center gap-3">
        <FileSpreadsheet aria-hidden="true" className="size-5 text-ink-3" strokeWidth={1.5} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-16 font-semibold">{file.name}</h2>
          <p aria-live="polite" className="text-ink-2 tabular">
            {formatBytes(new Blob([file.text]).size)}
            {data && ` · ${t('found', { count: data.found })}`}
            {data && data.known > 0 && ` · ${t('duplicates', { count: data.known })}`}
          </p>
        </div>
        <Button onClick={onOther}>{t('otherFile')}</Button>
      </header>
      {error && !data ? (
        <ErrorState
          title={t('previewFailed')}
          reason={error.message}
          onRetry={() => void preview.refetch()}
          retrying={preview.isFetching}
        />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <>
          <ImportMapping columns={data.columns} mapping={mapping ?? data.mapping} onChange={setMapping} />
          <SettingsSection title={t('give')} hint={t('giveHint')}>
            <ImportGifts gifts={gifts} onChange={setGifts} />
          </SettingsSection>
          <ImportProblems problems={data.problems} />
          <ImportRows rows={data.rows} found={data.found} />
          <div className="sticky bottom-0 -mx-6 flex flex-wrap items-center gap-3 border-t border-line bg-bg px-6 py-3 max-md:-mx-4 max-md:px-4">
            <Button
              kind="primary"
              size="large"
              busy={running.isPending}
              disabled={coming === 0 || tagProblem(tags) !== undefined}
              onClick={() => running.mutate()}
            >
              {t('importCount', { count: coming })}
            </Button>
            <div aria-live="polite" className="min-w-0 flex-1 text-ink-2">
              {running.isPending && t('importing')}
              {running.error && (
                <ProblemMessage>{t('importFailed', { reason: running.error.message })}</ProblemMessage>
              )}
            </div>
          </div>
        </>
      )}
    </>
  );
}
