import { lazy, type ReactNode, Suspense } from 'react';
import { SkeletonRows } from '../skeleton.tsx';

export type ComparePart = {
  id: string;
  label: string;
  before: string;
  after: string;
  /** Beside the label of the part. */
  actions?: ReactNode;
};

export type CompareViewProps = {
  /** Names of the two sides: `v12`, `v14`. */
  before: string;
  after: string;
  parts: readonly ComparePart[];
};

const CompareParts = lazy(() =>
  import('./compare-parts.tsx').then((file) => ({ default: file.CompareParts })),
);

/** Two versions of some texts, side by side or inline; equal stretches are folded. */
export function CompareView(props: CompareViewProps) {
  return (
    <Suspense fallback={<SkeletonRows rows={6} />}>
      <CompareParts {...props} />
    </Suspense>
  );
}
