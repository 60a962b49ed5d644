import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import { PromptCommitted, PromptPurged } from '../prompts/index.ts';
import { followCommits } from './operations/follow-commit.ts';
import { followPurge } from './operations/follow-purge.ts';

export const listeners: readonly ListenerDeclaration[] = [
  {
    name: 'discussion.follow_commit',
    events: [PromptCommitted],
    when: 'after',
    // Most prompts have no open threads: the commits of a moment are looked at together.
    patienceMs: 100,
    handleAll: followCommits,
  },
  { name: 'discussion.follow_purge', events: [PromptPurged], when: 'after', handle: followPurge },
];
