import { ButtonLink } from '../../../../shell/page-link.tsx';
import type { SlotProps } from '../../../../shell/slot-props.ts';
import { frameText } from '../state/frame-text.ts';

/** From a branch to the page that asks for its review. */
export function AskButton({ promptId, branch }: SlotProps['studio.actions']) {
  return (
    <ButtonLink to="/reviews/new" search={{ prompt: promptId, source: branch }} className="max-md:hidden">
      {frameText('ask')}
    </ButtonLink>
  );
}
