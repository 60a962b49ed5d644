import { describe, expect, it } from 'vitest';
import { obstacles, type Readiness, type Rule, standing, usualRule, type VerdictFacts } from './policy.ts';

const say = (userId: string, verdict: VerdictFacts['verdict'], dismissed = false): VerdictFacts => ({
  userId,
  verdict,
  version: 2,
  dismissedAt: dismissed ? new Date(0) : null,
});
const asked = (change: Partial<Readiness> = {}): Readiness => ({
  review: { authorId: 'ada', state: 'open' },
  verdicts: [say('mira', 'approve')],
  rule: usualRule,
  checks: new Map(),
  sourceVersion: 2,
  targetVersion: 1,
  ...change,
});

describe('standing verdicts', () => {
  it('are the last of each person that decides, the author’s own aside', () => {
    const said = [
      say('mira', 'request_changes'),
      say('mira', 'approve'),
      say('mira', 'comment'),
      say('ada', 'approve'),
      say('ben', 'approve', true),
    ];
    const heard = (rule: Rule) =>
      [...standing(said, 'ada', rule)].map(([who, { verdict }]) => [who, verdict]);
    expect(heard(usualRule)).toEqual([['mira', 'approve']]);
    expect(heard({ ...usualRule, ownApprovalCounts: true })).toEqual([
      ['mira', 'approve'],
      ['ada', 'approve'],
    ]);
  });
});

const checked: Rule = { ...usualRule, requiredChecks: ['tone'] };

describe('a merge', () => {
  it.each<[string, Partial<Readiness>, string[]]>([
    ['may be made with an approval', {}, []],
    ['needs an approval', { verdicts: [] }, ['approvals']],
    ['needs one that was not taken back', { verdicts: [say('mira', 'approve', true)] }, ['approvals']],
    ['does not count the author', { verdicts: [say('ada', 'approve')] }, ['approvals']],
    [
      'waits for who asked for changes',
      { verdicts: [say('mira', 'approve'), say('ben', 'request_changes')] },
      ['changes_requested'],
    ],
    [
      'needs nobody where the rule says so',
      { verdicts: [], rule: { ...usualRule, requiredApprovals: 0 } },
      [],
    ],
    [
      'counts the author where the rule says so',
      { verdicts: [say('ada', 'approve')], rule: { ...usualRule, ownApprovalCounts: true } },
      [],
    ],
    ['does not count an approval of an older version', { sourceVersion: 3 }, ['approvals']],
    [
      'counts it where the rule keeps approvals',
      { sourceVersion: 3, rule: { ...usualRule, dismissOnCommit: false } },
      [],
    ],
    ['needs a required check', { rule: checked }, ['checks_missing']],
    ['waits for a check', { rule: checked, checks: new Map([['tone', 'pending']]) }, ['checks_missing']],
    [
      'is not made where a check failed',
      { rule: checked, checks: new Map([['tone', 'failed']]) },
      ['checks_failed'],
    ],
    ['may be made where it passed', { rule: checked, checks: new Map([['tone', 'passed']]) }, []],
    ['does not mind a check nobody asks for', { checks: new Map([['tone', 'failed']]) }, []],
    ['is not made of a draft', { review: { authorId: 'ada', state: 'draft' } }, ['draft']],
    ['is not made twice', { review: { authorId: 'ada', state: 'merged' } }, ['closed']],
    ['needs a branch', { sourceVersion: null }, ['branch_gone']],
    ['needs something new', { sourceVersion: 1 }, ['nothing_new']],
  ])('%s', (_, change, found) => {
    expect(obstacles(asked(change))).toEqual(found);
  });
});
