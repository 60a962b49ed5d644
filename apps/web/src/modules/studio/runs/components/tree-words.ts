import { formatNumber } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import type { Thought } from '../state/tree-layout.ts';

/** Its score; a sign where it has none. */
export function scoreText({ score, status, isSame }: Thought): string {
  if (score !== null) return formatNumber(score, Number.isInteger(score) ? 0 : 1);
  return status === 'done' && !isSame ? '?' : '';
}

const pruned = {
  score: () => t('thoughtPrunedScore'),
  beam: () => t('thoughtPrunedBeam'),
  same: () => t('thoughtPrunedSame'),
};

/** What became of it, in words. */
export function standingText({ status, state, prunedBy }: Thought): string {
  if (status === 'writing') return t('thoughtWriting');
  if (status === 'judging') return t('thoughtJudging');
  if (status === 'failed') return t('thoughtFailed');
  if (state === 'pruned') return pruned[prunedBy ?? 'score']();
  return { chosen: t('thoughtChosen'), kept: t('thoughtKept'), open: t('thoughtOpen') }[state];
}

const unscored = {
  no_score: () => t('unscoredNone'),
  out_of_scale: () => t('unscoredScale'),
  ambiguous: () => t('unscoredAmbiguous'),
  failed: () => t('unscoredFailed'),
  stopped: () => t('unscoredStopped'),
};

/** Why it has no score; undefined where it has one, or was never judged. */
export const unscoredText = (thought: Thought): string | undefined =>
  thought.unscored === null ? undefined : unscored[thought.unscored]();

export const endedWords = {
  whole: () => t('treeEndedWhole'),
  calls: () => t('treeEndedCalls'),
  tokens: () => t('treeEndedTokens'),
  cost: () => t('treeEndedCost'),
  refused: () => t('treeEndedRefused'),
  stopped: () => t('treeEndedStopped'),
};
