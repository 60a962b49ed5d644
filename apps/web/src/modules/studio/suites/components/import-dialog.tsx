import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type CaseSet, importCases, previewCases } from '../api/cases.ts';
import { t } from '../state/case-messages.ts';

type Preview = Awaited<ReturnType<typeof previewCases>>;

type ImportDialogProps = { set: CaseSet; onClose: () => void; onDone: () => void };

const most = 20 * 1024 * 1024;

/** Takes cases from a CSV file, after saying what they would be. */
export function ImportDialog({ set, onClose, onDone }: ImportDialogProps) {
  const [csv, setCsv] = useState<string>();
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const again = () => {
    setCsv(undefined);
    setPreview(undefined);
    setProblem(undefined);
  };
  const read = async ([file]: File[]) => {
    again();
    if (!file) return;
    if (file.size > most) return setProblem(t('tooLong', { most: '20 MB' }));
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      setCsv(text);
      setPreview(await previewCases({ caseSetId: set.id, csv: text }));
    } catch (error) {
      setCsv(undefined);
      setProblem(error instanceof TypeError ? t('notText') : (error as Error).message);
    }
  };
  const send = async () => {
    if (csv === undefined || busy) return;
    setBusy(true);
    try {
      const { created } = await importCases({ caseSetId: set.id, csv });
      toast({ tone: 'ok', text: t('imported', { count: created }) });
      onDone();
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="large"
      title={t('importTitle')}
      description={t('importHint')}
      onClose={onClose}
      actions={
        <>
          {csv !== undefined && <Button onClick={again}>{t('otherFile')}</Button>}
          <Button onClick={onClose}>{t('cancel')}</Button>
          {preview && preview.total > 0 && (
            <Button kind="primary" busy={busy} onClick={() => void send()}>
              {t('importAll', { count: preview.total })}
            </Button>
          )}
        </>
      }
    >
      <div className="grid min-w-0 gap-3">
        {problem && <ProblemMessage>{problem}</ProblemMessage>}
        {csv === undefined ? (
          <FileDrop
            label={t('drop')}
            icon={<FileSpreadsheet />}
            accept=".csv,text/csv"
            onFiles={(files) => void read(files)}
          />
        ) : preview ? (
          <PreviewTable preview={preview} />
        ) : (
          <SkeletonRows rows={4} />
        )}
      </div>
    </Dialog>
  );
}

const short = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120);

function PreviewTable({ preview: { cases, total, columns, problems } }: { preview: Preview }) {
  const head = 'px-2 py-1 text-left text-12 font-normal text-ink-3 whitespace-nowrap';
  const cell = 'max-w-60 truncate px-2 py-1';
  return (
    <>
      {problems.length > 0 && (
        <ProblemMessage severity="warning">
          <p className="font-medium">{t('problems', { count: problems.length })}</p>
          <ul className="max-h-32 overflow-auto">
            {problems.map(({ line, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={index}>{line === null ? message : t('line', { line, message })}</li>
            ))}
          </ul>
        </ProblemMessage>
      )}
      {total === 0 ? (
        <p className="text-ink-3">{t('previewNone')}</p>
      ) : (
        <>
          <p className="text-12 text-ink-3">
            {t('previewOf', { shown: cases.length, total })}{' '}
            {columns.length > 0 ? t('variables', { names: columns.join(', ') }) : t('noVariables')}
          </p>
          <section
            aria-label={t('list')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="max-h-80 overflow-auto rounded-lg border border-line"
          >
            <table className="w-full">
              <thead>
                <tr>
                  <th className={head}>{t('columnName')}</th>
                  {columns.map((name) => (
                    <th key={name} className={`${head} font-mono`}>
                      {name}
                    </th>
                  ))}
                  <th className={head}>{t('columnExpected')}</th>
                  <th className={head}>{t('columnAssertions')}</th>
                </tr>
              </thead>
              <tbody>
                {cases.map(({ name, values = {}, expected, assertions = [] }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows are lines of a file
                  <tr key={index} className="border-t border-line">
                    <td className={`${cell} font-medium`}>{name}</td>
                    {columns.map((column) => (
                      <td key={column} className={cell}>
                        {values[column] === undefined ? '' : short(values[column])}
                      </td>
                    ))}
                    <td className={cell}>{expected}</td>
                    <td className={cell}>{assertions.map(({ kind }) => t(kind)).join(', ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </>
  );
}
