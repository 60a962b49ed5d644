/**
 * Who may do what with a review. Whoever sees the prompt sees its reviews; the rest is said here. What a merge needs
 * is a pure function of what was said, so that the page and the operation judge the same.
 */
import { type Insider, personOf } from '../../../foundation/context/actor.ts';

export interface ReviewFacts {
  authorId: string | null;
  state: 'draft' | 'open' | 'merged' | 'closed';
}

export const isAuthor = (actor: Insider, row: ReviewFacts): boolean => {
  const person = personOf(actor);
  return person !== null && row.authorId === person;
};

export const isLive = ({ state }: ReviewFacts): boolean => state === 'draft' || state === 'open';

export interface VerdictFacts {
  userId: string;
  verdict: 'approve' | 'request_changes' | 'comment';
  version: number;
  dismissedAt: Date | null;
}

/**
 * Of each person the last word that decides; the author's own says nothing unless the rule lets it count.
 * `verdicts` come in the order of time.
 */
export function standing<V extends VerdictFacts>(
  verdicts: readonly V[],
  authorId: string | null,
  { ownApprovalCounts }: Pick<Rule, 'ownApprovalCounts'>,
): Map<string, V> {
  const last = new Map<string, V>();
  for (const one of verdicts)
    if (one.verdict !== 'comment' && (ownApprovalCounts || one.userId !== authorId)) {
      if (one.dismissedAt === null) last.set(one.userId, one);
      else last.delete(one.userId);
    }
  return last;
}

export interface Rule {
  requiredApprovals: number;
  ownApprovalCounts: boolean;
  requiredChecks: readonly string[];
  dismissOnCommit: boolean;
}

/** What holds until an organization says otherwise. */
export const usualRule: Rule = {
  requiredApprovals: 1,
  ownApprovalCounts: false,
  requiredChecks: [],
  dismissOnCommit: true,
};

export type CheckStatus = 'pending' | 'passed' | 'failed';

export interface Readiness {
  review: ReviewFacts;
  verdicts: readonly VerdictFacts[];
  rule: Rule;
  /** What was reported for the source's version, by name. */
  checks: ReadonlyMap<string, CheckStatus>;
  /** null when the branch is gone or has no version. */
  sourceVersion: number | null;
  targetVersion: number | null;
}

export type Obstacle =
  | 'draft'
  | 'closed'
  | 'approvals'
  | 'changes_requested'
  | 'checks_failed'
  | 'checks_missing'
  | 'branch_gone'
  | 'nothing_new';

/** What stands in the way of a merge; conflicts come out when it is made. */
export function obstacles(input: Readiness): Obstacle[] {
  const { review, verdicts, rule, checks, sourceVersion, targetVersion } = input;
  if (!isLive(review)) return ['closed'];
  const said = [...standing(verdicts, review.authorId, rule).values()];
  // Approvals of an older version are taken back a moment after the commit; until then they do not count either.
  const isCurrent = (version: number) => !rule.dismissOnCommit || version >= (sourceVersion ?? 0);
  const approvals = said.filter(({ verdict, version }) => verdict === 'approve' && isCurrent(version)).length;
  const required = rule.requiredChecks.map((name) => checks.get(name) ?? null);
  const found: [Obstacle, boolean][] = [
    ['draft', review.state === 'draft'],
    ['branch_gone', sourceVersion === null],
    ['nothing_new', sourceVersion !== null && sourceVersion === targetVersion],
    ['changes_requested', said.some(({ verdict }) => verdict === 'request_changes')],
    ['approvals', approvals < rule.requiredApprovals],
    ['checks_failed', required.includes('failed')],
    ['checks_missing', required.some((status) => status === null || status === 'pending')],
  ];
  return found.filter(([, stands]) => stands).map(([obstacle]) => obstacle);
}
