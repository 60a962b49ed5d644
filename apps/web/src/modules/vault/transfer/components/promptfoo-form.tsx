import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { newIdempotencyKey } from '../../../../wire/request-headers.ts';
import { importsKey } from '../api/imports.ts';
import {
  type ImportedPromptfoo,
  importPromptfoo,
  type ProviderModels,
  promptfooPreviewQuery,
} from '../api/promptfoo.ts';
import { t } from '../messages.ts';
import type { Bundle } from '../state/read-bundle.ts';
import { readTags, tagOfFile, tagProblem } from '../state/tag-text.ts';
import { ImportBar, ImportHead } from './import-frame.tsx';
import { type Gifts, ImportGifts } from './import-gifts.tsx';
import { ImportProblems } from './import-problems.tsx';
import { PromptfooProviders } from './promptfoo-providers.tsx';

type PromptfooFormProps = {
  bundle: Bundle;
  onOther: () => void;
  onDone: (imported: ImportedPromptfoo, tags: string[]) => void;
};

/** What a configuration becomes: its prompts, their cases and suites, and which models stand for its providers. */
export function PromptfooForm({ bundle, onOther, onDone }: PromptfooFormProps) {
  const queries = useQueryClient();
  const [config, setConfig] = useState<string>();
  const [models, setModels] = useState<ProviderModels>({});
  const [gifts, setGifts] = useState<Gifts>({ tags: tagOfFile(bundle.name), visibility: 'organization' });
  // One key for one exact wish: repeated unchanged, after a lost answer, it imports once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new wish is what makes a new key
  const key = useMemo(newIdempotencyKey, [gifts, config, models]);
  const source = { bundle, config, models };
  const { data, error, refetch, isFetching } = useQuery(promptfooPreviewQuery(source));
  const tags = readTags(gifts.tags);
  const running = useMutation({
    mutationFn: () => importPromptfoo({ ...source, tags, visibility: gifts.visibility, key }),
    onSuccess: async (imported) => {
      onDone(imported, tags);
      await Promise.all(
        [importsKey, ['prompts'], ['tags'], ['suites'], ['case-sets']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  const count = data?.prompts.length ?? 0;
  return (
    <>
      <ImportHead icon={<FlaskConical />} name={data?.title || bundle.name} onOther={onOther}>
        {t('files', { count: bundle.files.length })}
        {data && ` · ${t('found', { count })} · ${t('cases', { count: data.cases })}`}
      </ImportHead>
      {error && !data ? (
        <ErrorState
          title={t('bundleFailed')}
          reason={error.message}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <>
          {data.configs.length > 1 && (
            <Select
              className="mb-8 max-w-100"
              label={t('config')}
              value={data.config}
              onChange={({ target }) => setConfig(target.value)}
              options={data.configs.map((path) => ({ value: path, label: path }))}
            />
          )}
          {data.providers.length > 0 && (
            <SettingsSection title={t('providers')} hint={t('providersHint')}>
              <PromptfooProviders providers={data.providers} models={models} onChange={setModels} />
            </SettingsSection>
          )}
          <SettingsSection title={t('give')}>
            <ImportGifts gifts={gifts} onChange={setGifts} />
          </SettingsSection>
          <ImportProblems problems={data.problems} />
          <SettingsSection title={t('prompts')}>
            <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-panel">
              {data.prompts.map(({ title, excerpt, cases, suites }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two prompts may be alike; the list never moves
                <li key={index} className="grid gap-0.5 px-3 py-2">
                  <div className="flex min-w-0 items-baseline gap-3">
                    <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
                    <span className="shrink-0 text-12 text-ink-3 tabular">
                      {t('cases', { count: cases })} · {t('suites', { count: suites.length })}
                    </span>
                  </div>
                  <p className="line-clamp-2 font-mono text-12 text-ink-2 wrap-anywhere">{excerpt}</p>
                </li>
              ))}
            </ul>
          </SettingsSection>
          <ImportBar
            label={t('importCount', { count })}
            disabled={count === 0 || tagProblem(tags) !== undefined}
            running={running}
          />
        </>
      )}
    </>
  );
}
