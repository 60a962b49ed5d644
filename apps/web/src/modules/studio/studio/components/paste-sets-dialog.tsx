import { readCsv } from '@promptvault/importers';
import { useMemo, useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';
import { mostSets, readSets } from '../state/value-sets.ts';

type PasteSetsDialogProps = { studio: Studio; onClose: () => void };

/** Sets of values out of a spreadsheet or a CSV file. */
export function PasteSetsDialog({ studio, onClose }: PasteSetsDialogProps) {
  const { valueSets, rendering } = studio;
  const { variables } = rendering;
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const table = useMemo(() => {
    if (text.trim() === '') return undefined;
    const lines = readCsv(text).records.map(({ fields }) => fields);
    return readSets(lines, variables, (number) => t('setNumber', { number }));
  }, [text, variables]);
  const room = mostSets - valueSets.sets.length;
  const taken = Math.min(table?.sets.length ?? 0, room);
  const add = () => {
    if (!table || taken === 0) return;
    valueSets.add(table.sets);
    onClose();
  };
  const names = variables.map(({ name }) => name).join(', ');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('pasteSets')}
      description={t('pasteSetsHint')}
      steadfast={text !== ''}
      actions={
        <>
          <Button onClick={() => file.current?.click()} className="mr-auto">
            {t('chooseTable')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={taken === 0} onClick={add}>
            {t('addSets', { count: taken })}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('setTable')}
        mono
        rows={8}
        spellCheck={false}
        placeholder={variables.map(({ name }) => name).join('\t')}
        error={table && !table.known ? t('noColumnKnown', { names }) : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt"
        hidden
        onChange={async ({ target }) => setText((await target.files?.[0]?.text()) ?? '')}
      />
      <div role="status" className="grid gap-1 pt-2 text-12 text-ink-2">
        {table?.known && <p>{t('setsFound', { count: table.sets.length })}</p>}
        {table?.known && table.sets.length > room && <p>{t('setsCut', { most: room })}</p>}
        {table && table.leftOut.length > 0 && (
          <p className="text-warn wrap-anywhere">
            {t('columnsLeftOut', { count: table.leftOut.length, names: table.leftOut.join(', ') })}
          </p>
        )}
      </div>
    </Dialog>
  );
}
