import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import { PromptCommitted } from '../prompts/index.ts';
import { followCommit } from './operations/follow-commit.ts';

export const listeners: readonly ListenerDeclaration[] = [
  { name: 'reviews.follow_commit', events: [PromptCommitted], when: 'after', handle: followCommit },
];
