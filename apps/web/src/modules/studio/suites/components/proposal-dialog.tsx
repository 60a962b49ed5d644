import type { DocumentVariable } from '@promptvault/document';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { NewCase } from '../api/cases.ts';
import { caseBodyOf, caseDraftOf } from '../state/case-draft.ts';
import { t as cases } from '../state/case-messages.ts';
import { t } from '../state/proposal-messages.ts';
import { CaseFields } from './case-fields.tsx';

type ProposalDialogProps = {
  given: NewCase;
  variables: readonly DocumentVariable[];
  onKeep: (edited: NewCase) => void;
  onClose: () => void;
};

/** Changes a proposal before it is accepted. */
export function ProposalDialog({ given, variables, onKeep, onClose }: ProposalDialogProps) {
  const [draft, setDraft] = useState(() => caseDraftOf(given, variables));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const keep = () => {
    const { body, faults: found } = caseBodyOf(draft, variables, given);
    setFaults(found);
    if (Object.keys(found).length === 0) onKeep(body);
  };
  return (
    <Dialog
      open
      steadfast
      size="large"
      title={cases('edit')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" onClick={keep}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <div className="grid min-w-0 gap-4">
        <CaseFields draft={draft} onChange={setDraft} faults={faults} variables={variables} />
      </div>
    </Dialog>
  );
}
