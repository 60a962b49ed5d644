/** What private runs need, loaded when somebody runs privately: most never do. */
import { type ComponentProps, lazy, Suspense } from 'react';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import type { startPrivateRuns as start } from '../state/start-private.ts';

const Answers = lazy(() =>
  import('./private-answers.tsx').then((file) => ({ default: file.PrivateAnswers })),
);
const Models = lazy(() => import('./private-models.tsx').then((file) => ({ default: file.PrivateModels })));

export const PrivateAnswers = (props: ComponentProps<typeof Answers>) => (
  <Suspense fallback={<SkeletonRows rows={4} />}>
    <Answers {...props} />
  </Suspense>
);

export const PrivateModels = (props: ComponentProps<typeof Models>) => (
  <Suspense fallback={<SkeletonRows rows={2} />}>
    <Models {...props} />
  </Suspense>
);

export const startPrivateRuns: typeof start = async (order) =>
  (await import('../state/start-private.ts')).startPrivateRuns(order);
