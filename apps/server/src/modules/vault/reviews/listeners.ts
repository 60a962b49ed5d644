import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import {
  PromptBranchDeleted,
  PromptBranchRenamed,
  PromptBranchRestored,
  PromptCommitted,
  PromptDeleted,
  PromptPublished,
  PromptPurged,
  PromptRestored,
  PromptUnpublished,
  PromptUpdated,
  PromptVersionChecked,
} from '../prompts/index.ts';
import { followCommits } from './operations/follow-commit.ts';
import { followPrompts, followPurge } from './operations/follow-prompt.ts';

/** Most commits are in no review: those of a moment are looked at together. */
const patienceMs = 100;

export const listeners: readonly ListenerDeclaration[] = [
  {
    name: 'reviews.follow_commit',
    events: [PromptCommitted],
    when: 'after',
    patienceMs,
    handleAll: followCommits,
  },
  { name: 'reviews.follow_purge', events: [PromptPurged], when: 'after', handle: followPurge },
  {
    name: 'reviews.follow_prompt',
    events: [
      PromptCommitted,
      PromptVersionChecked,
      PromptUpdated,
      PromptPublished,
      PromptUnpublished,
      PromptDeleted,
      PromptRestored,
      PromptBranchRenamed,
      PromptBranchDeleted,
      PromptBranchRestored,
    ],
    when: 'after',
    patienceMs,
    handleAll: followPrompts,
  },
];
