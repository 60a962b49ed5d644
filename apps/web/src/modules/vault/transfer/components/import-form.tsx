import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatBytes } from '../../../../ui/format.ts';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { newIdempotencyKey } from '../../../../wire/request-headers.ts';
import {
  type CsvMapping,
  type ImportSession,
  type ImportWish,
  importCsv,
  importsKey,
  previewQuery,
} from '../api/imports.ts';
import { t } from '../messages.ts';
import type { CsvFile } from '../state/read-csv-file.ts';
import { readTags, tagOfFile, tagProblem } from '../state/tag-text.ts';
import { ImportBar, ImportHead } from './import-frame.tsx';
import { ImportGifts } from './import-gifts.tsx';
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
  const [gifts, setGifts] = useState<Pick<ImportWish, 'visibility' | 'publish'> & { tags: string }>({
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
      <ImportHead icon={<FileSpreadsheet />} name={file.name} onOther={onOther}>
        {formatBytes(new Blob([file.text]).size)}
        {data && ` · ${t('found', { count: data.found })}`}
        {data && data.known > 0 && ` · ${t('duplicates', { count: data.known })}`}
      </ImportHead>
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
          <ImportBar
            label={t('importCount', { count: coming })}
            disabled={coming === 0 || tagProblem(tags) !== undefined}
            running={running}
          />
        </>
      )}
    </>
  );
}
