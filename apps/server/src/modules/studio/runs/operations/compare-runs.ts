import { compareTexts, type TextComparison } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RunPair } from '../open.ts';
import { type WholeRun, wholeRun } from './get-run.ts';
import { refusePrivate } from './refuse-private.ts';

const wholeAnswer = ({ before, texts }: WholeRun) => (before ?? '') + texts.output;

export interface ComparedRuns {
  left: WholeRun;
  right: WholeRun;
  diff: TextComparison;
}

/** The two answers line by line, and within changed lines word by word. @throws run.is_private */
export async function compareRuns(ctx: Ctx, pair: Authorized<RunPair, 'run.read'>): Promise<ComparedRuns> {
  refusePrivate(pair.left);
  refusePrivate(pair.right);
  const left = await wholeRun(ctx, pair.left);
  const right = await wholeRun(ctx, pair.right);
  return { left, right, diff: compareTexts(wholeAnswer(left), wholeAnswer(right)) };
}
