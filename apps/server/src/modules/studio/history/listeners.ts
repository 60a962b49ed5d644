import type { ListenerDeclaration } from '../../../foundation/module/define-module.ts';
import { runFinishedEvent } from '../runs/index.ts';
import { followRunEnd } from './operations/take-up-runs.ts';

export const listeners: readonly ListenerDeclaration[] = [
  { name: 'history.take_up', events: [runFinishedEvent], when: 'after', handle: followRunEnd },
];
