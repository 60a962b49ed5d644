import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import { PromptDeleted, PromptLabelMoved, PromptPurged } from '../../vault/prompts/index.ts';
import { followDeletion, followLabelMove, followPurge } from './operations/follow-prompt.ts';

export const listeners: readonly ListenerDeclaration[] = [
  {
    name: 'experiments.follow_label',
    events: [PromptLabelMoved],
    // A label that has moved must not be answered for by an experiment any more.
    when: 'in_transaction',
    handle: followLabelMove,
  },
  { name: 'experiments.follow_deletion', events: [PromptDeleted], when: 'after', handle: followDeletion },
  { name: 'experiments.follow_purge', events: [PromptPurged], when: 'after', handle: followPurge },
];
