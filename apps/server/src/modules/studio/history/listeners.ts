import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import { runFinishedEvent } from '../runs/index.ts';
import { followRunEnds } from './operations/take-up-runs.ts';

export const listeners: readonly ListenerDeclaration[] = [
  // What is not in the index yet is found all the same but by the words of its prompt: many ends wait for one turn.
  {
    name: 'history.take_up',
    events: [runFinishedEvent],
    when: 'after',
    patienceMs: 2_000,
    handleAll: followRunEnds,
  },
];
