import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import { PromptPurged } from '../../vault/prompts/index.ts';
import { followPurge } from './operations/follow-purge.ts';

export const listeners: readonly ListenerDeclaration[] = [
  { name: 'optimiser.follow_purge', events: [PromptPurged], when: 'after', handle: followPurge },
];
