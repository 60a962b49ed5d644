import { BookMarked } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type Shelf, useShelfChanges } from '../api/shelf.ts';
import { t } from '../messages.ts';
import { ShelfDialog } from './shelf-dialog.tsx';

type KeptSearchesProps = {
  shelf: Shelf | undefined;
  /** The query of the list's address as it is now. */
  address: string;
  onOpen: (address: string) => void;
  /** The runs of this search as a file. */
  onExport: (format: 'csv' | 'jsonl') => void;
};

/** Searches one keeps, and the way to keep this one. */
export function KeptSearches({ shelf, address, onOpen, onExport }: KeptSearchesProps) {
  const [asked, setAsked] = useState<'keep' | 'manage'>();
  return (
    <>
      <Menu
        label={t('savedSearches')}
        align="end"
        trigger={(props) => (
          <Button {...props} size="small" kind="quiet" icon={<BookMarked />}>
            {t('savedSearches')}
          </Button>
        )}
        items={[
          ...(shelf && shelf.queries.length > 0
            ? shelf.queries.map((query) => ({
                label: query.name,
                checked: query.address === address,
                onSelect: () => onOpen(query.address),
              }))
            : [{ heading: t('noSavedSearches') }]),
          'separator' as const,
          { label: t('keepSearch'), onSelect: () => setAsked('keep') },
          { label: t('manage'), onSelect: () => setAsked('manage') },
          'separator' as const,
          { label: t('exportCsv'), onSelect: () => onExport('csv') },
          { label: t('exportLines'), onSelect: () => onExport('jsonl') },
        ]}
      />
      {asked === 'keep' && <KeepDialog address={address} onClose={() => setAsked(undefined)} />}
      {asked === 'manage' && <ShelfDialog onClose={() => setAsked(undefined)} />}
    </>
  );
}

function KeepDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const id = useId();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const { createSearch } = useShelfChanges();
  const wanted = name.trim();
  const keep = () => {
    setTried(true);
    if (wanted === '' || createSearch.isPending) return;
    createSearch.mutate(
      { name: wanted, address },
      {
        onSuccess: () => {
          toast({ tone: 'ok', text: t('kept', { name: wanted }) });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={t('keepSearchTitle')}
      description={t('keepSearchHint')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={createSearch.isPending}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        {createSearch.error && <ProblemMessage>{createSearch.error.message}</ProblemMessage>}
        <TextField
          label={t('searchName')}
          autoComplete="off"
          maxLength={80}
          value={name}
          error={tried && wanted === '' ? t('nameNeeded') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
