import { StatusDot } from '../../../../ui/badge.tsx';
import type { RunAnswer } from '../state/run-answer.ts';
import { statusText, statusTones } from './run-words.ts';

export function RunState({ answer: { status } }: { answer: Pick<RunAnswer, 'status'> }) {
  return (
    <span className="inline-flex items-center gap-2 align-top">
      <StatusDot tone={statusTones[status]} />
      {statusText(status)}
    </span>
  );
}
