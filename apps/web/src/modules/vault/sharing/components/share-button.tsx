import { Share2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import type { Shared } from '../api/share-links.ts';
import { frameText } from '../state/frame-text.ts';

const ShareDialog = lazy(() => import('./share-dialog.tsx').then((file) => ({ default: file.ShareDialog })));

function ShareButton({ subject, whole }: { subject: Shared; whole?: Shared }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={frameText('share')} icon={<Share2 />} onClick={() => setOpen(true)} />
      {open && (
        <Suspense fallback={null}>
          <ShareDialog subject={subject} whole={whole} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

export const SharePrompt = ({ promptId }: { promptId: string }) => (
  <ShareButton subject={{ kind: 'prompt', id: promptId }} />
);

export const ShareRun = ({ runId, comparisonId }: { runId: string; comparisonId: string }) => (
  <ShareButton subject={{ kind: 'run', id: runId }} whole={{ kind: 'comparison', id: comparisonId }} />
);

export const ShareJudgement = ({ judgementId }: { judgementId: string }) => (
  <ShareButton subject={{ kind: 'judgement', id: judgementId }} />
);
