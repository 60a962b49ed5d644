import { ListPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { frameText } from '../state/frame-text.ts';

const MakeCaseDialog = lazy(() =>
  import('./make-case-dialog.tsx').then((file) => ({ default: file.MakeCaseDialog })),
);

type MakeCaseProps = { runId: string };

/** Lets a run become a case. */
export function MakeCaseButton({ runId }: MakeCaseProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<ListPlus />} onClick={() => setOpen(true)}>
        {/* On a phone the icon must do: what runs again and its menu stand in the same line. */}
        <span className="max-md:sr-only">{frameText('makeCase')}</span>
      </Button>
      <Asked open={open} runId={runId} onClose={() => setOpen(false)} />
    </>
  );
}

/** The same above an answer, where there is little room. */
export function MakeCaseIcon({ runId }: MakeCaseProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        size="small"
        label={frameText('makeCase')}
        icon={<ListPlus />}
        onClick={() => setOpen(true)}
      />
      <Asked open={open} runId={runId} onClose={() => setOpen(false)} />
    </>
  );
}

const Asked = ({ open, ...dialog }: MakeCaseProps & { open: boolean; onClose: () => void }) =>
  open && (
    <Suspense fallback={null}>
      <MakeCaseDialog {...dialog} />
    </Suspense>
  );
