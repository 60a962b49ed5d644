import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { formatBytes } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import type { ImportSession } from '../api/imports.ts';
import { t } from '../messages.ts';
import { type CsvFile, longestCsv, readCsvFile } from '../state/read-csv-file.ts';
import { ImportForm } from './import-form.tsx';
import { ImportResult } from './import-result.tsx';
import { PastImports } from './past-imports.tsx';

type Done = { session: ImportSession; tags: string[] };

/** Choose a file, look at what was found, import, and see where it went. */
export function ImportPage() {
  const [file, setFile] = useState<CsvFile>();
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState<Done>();
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    setProblem(undefined);
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
  const again = () => {
    setFile(undefined);
    setDone(undefined);
  };
  return (
    <Page title={t('import')} crumbs={[{ label: t('prompts'), to: '/prompts' }]}>
      <div className="mx-auto w-full max-w-240 px-6 py-8 max-md:px-4 max-md:py-5">
        {problem && <ProblemMessage className="mb-4">{problem}</ProblemMessage>}
        {done ? (
          <ImportResult session={done.session} tags={done.tags} onAgain={again} />
        ) : file ? (
          <ImportForm
            key={`${file.name} ${file.text.length}`}
            file={file}
            onOther={again}
            onDone={(session, tags) => setDone({ session, tags })}
          />
        ) : (
          <>
            <FileDrop
              label={t('dropTitle')}
              hint={t('dropHint')}
              icon={<FileSpreadsheet />}
              accept=".csv,.tsv,.txt,text/csv"
              chooseLabel={t('chooseFile')}
              onFiles={([first]) => void take(first)}
              className="py-16"
            />
            <PastImports />
          </>
        )}
      </div>
    </Page>
  );
}
