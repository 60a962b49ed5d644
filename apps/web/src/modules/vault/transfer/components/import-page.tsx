import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { formatBytes } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import type { ImportSession } from '../api/imports.ts';
import { t } from '../messages.ts';
import {
  type Bundle,
  bundleFiles,
  isBundle,
  longestBundle,
  mostBundleFiles,
  readBundle,
} from '../state/read-bundle.ts';
import { type CsvFile, longestCsv, readCsvFile } from '../state/read-csv-file.ts';
import { ImportForm } from './import-form.tsx';
import { ImportResult } from './import-result.tsx';
import { PastImports } from './past-imports.tsx';
import { PromptfooForm } from './promptfoo-form.tsx';

type Done = { session: ImportSession; tags: string[]; suites?: number };

/** Choose a file, look at what was found, import, and see where it went. */
export function ImportPage() {
  const [file, setFile] = useState<CsvFile>();
  const [bundle, setBundle] = useState<Bundle>();
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState<Done>();
  const take = async (files: File[]) => {
    setProblem(undefined);
    if (isBundle(files)) return takeBundle(bundleFiles(files));
    const [chosen] = files;
    if (!chosen) return;
    if (chosen.size > longestCsv) {
      const size = formatBytes(chosen.size);
      setProblem(t('tooLarge', { name: chosen.name, size, limit: formatBytes(longestCsv) }));
      return;
    }
    try {
      setFile(await readCsvFile(chosen));
      setDone(undefined);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setProblem(t('unreadable', { name: chosen.name, reason }));
    }
  };
  const takeBundle = async (files: File[]) => {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (files.length === 0) return setProblem(t('nothingReadable'));
    if (files.length > mostBundleFiles)
      return setProblem(t('tooManyFiles', { count: files.length, limit: mostBundleFiles }));
    if (size > longestBundle)
      return setProblem(t('bundleTooLarge', { size: formatBytes(size), limit: formatBytes(longestBundle) }));
    try {
      setBundle(await readBundle(files));
      setDone(undefined);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setProblem(t('unreadable', { name: files[0]?.name ?? '', reason }));
    }
  };
  const again = () => {
    setFile(undefined);
    setBundle(undefined);
    setDone(undefined);
  };
  return (
    <Page title={t('import')} crumbs={[{ label: t('prompts'), to: '/prompts' }]}>
      <div className="mx-auto w-full max-w-240 px-6 py-8 max-md:px-4 max-md:py-5">
        {problem && <ProblemMessage className="mb-4">{problem}</ProblemMessage>}
        {done ? (
          <ImportResult {...done} onAgain={again} />
        ) : file ? (
          <ImportForm
            key={`${file.name} ${file.text.length}`}
            file={file}
            onOther={again}
            onDone={(session, tags) => setDone({ session, tags })}
          />
        ) : bundle ? (
          <PromptfooForm
            bundle={bundle}
            onOther={again}
            onDone={({ session, prompts }, tags) =>
              setDone({ session, tags, suites: prompts.flatMap(({ suiteIds }) => suiteIds).length })
            }
          />
        ) : (
          <>
            <FileDrop
              label={t('dropTitle')}
              hint={t('dropHint')}
              icon={<FileSpreadsheet />}
              accept=".csv,.tsv,.txt,.yaml,.yml,.json,.jsonl,.md,.j2,text/csv"
              multiple
              chooseLabel={t('chooseFile')}
              folderLabel={t('chooseFolder')}
              onFiles={(files) => void take(files)}
              className="py-16"
            />
            <PastImports />
          </>
        )}
      </div>
    </Page>
  );
}
