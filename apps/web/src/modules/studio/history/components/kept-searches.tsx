import { BookMarked } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { NameDialog } from '../../../../ui/name-dialog.tsx';
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
  const { createSearch } = useShelfChanges();
  return (
    <NameDialog
      title={t('keepSearchTitle')}
      hint={t('keepSearchHint')}
      label={t('searchName')}
      action={t('keep')}
      maxLength={80}
      onClose={onClose}
      onSend={async (name) => {
        await createSearch.mutateAsync({ name, address });
        toast({ tone: 'ok', text: t('kept', { name }) });
      }}
    />
  );
}
