import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { t } from '../messages.ts';
import type { ShownExamples } from '../state/use-examples.ts';

/** What became of the examples from cases, above what is sent. */
export function PreviewExamples({ examples }: { examples: ShownExamples }) {
  if (examples.state === 'none') return null;
  if (examples.state === 'hidden')
    return <ProblemMessage severity="info">{t('examplesHidden')}</ProblemMessage>;
  if (examples.state === 'waiting')
    return <ProblemMessage severity="info">{t('examplesWaiting')}</ProblemMessage>;
  if (examples.state === 'failed') {
    const { reason, retry } = examples;
    return (
      <ProblemMessage
        severity="warning"
        action={
          retry && (
            <Button size="small" onClick={retry}>
              {t('examplesRetry')}
            </Button>
          )
        }
      >
        {t('examplesFailed', { reason })}
      </ProblemMessage>
    );
  }
  const { pairs, setName: set, among } = examples;
  if (pairs.length > 0)
    return (
      <p role="status" className="text-12 text-ink-3">
        {t('examplesChosen', { count: pairs.length, set, among })}
      </p>
    );
  return (
    <ProblemMessage severity="info">
      {among === 0 ? t('examplesNoCases', { set }) : t('examplesNoneFit', { count: among, set })}
    </ProblemMessage>
  );
}
