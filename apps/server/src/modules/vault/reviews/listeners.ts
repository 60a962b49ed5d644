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
import { followCommit } from './operations/follow-commit.ts';
import { followPrompt, followPurge } from './operations/follow-prompt.ts';

export const listeners: readonly ListenerDeclaration[] = [
  { name: 'reviews.follow_commit', events: [PromptCommitted], when: 'after', handle: followCommit },
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
    handle: followPrompt,
  },
];
