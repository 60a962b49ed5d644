import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useLimitChanges, type Whose } from '../api/usage.ts';
import { u } from '../messages.ts';

export type Resettable = { name: string; body: Omit<Whose, 'scope'> };

/** What was counted cannot be counted again, so it is asked about first. */
export function ResetDialog({ what, onClose }: { what: Resettable; onClose: () => void }) {
  const { reset } = useLimitChanges();
  const { name, body } = what;
  const run = async () => {
    await reset.mutateAsync(body);
    onClose();
    toast({ tone: 'ok', text: u('wasReset', { name }) });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={u('resetTitle', { name })}
      description={u('resetText')}
      actions={
        <>
          <Button onClick={onClose}>{u('cancel')}</Button>
          <Button
            kind="primary"
            busy={reset.isPending}
            // What went wrong is shown above the buttons.
            onClick={() => void run().catch(() => undefined)}
          >
            {u('resetAction')}
          </Button>
        </>
      }
    >
      {reset.error && <ProblemMessage>{reset.error.message}</ProblemMessage>}
    </Dialog>
  );
}
