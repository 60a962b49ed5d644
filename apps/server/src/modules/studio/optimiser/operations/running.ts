import type { PromptDocument } from '@promptvault/document';
import type { Ctx, Ports, WorkScope } from '../../../../foundation/context/ctx.ts';
import type { Patience } from '../../suites/index.ts';
import type { OptimisationRow } from '../repository/optimisations.ts';

/** An optimisation that this process drives. */
export interface Running {
  ports: Ports;
  row: OptimisationRow;
  /** Whoever started it: what they may do now is what it may do. */
  scope: WorkScope;
  signal: AbortSignal;
  patience: Patience;
  /** Runs that are on their way. */
  calling: Set<string>;
  /** The prompt as it was. */
  original: PromptDocument;
}

/** Ends the optimisation, for a reason in words. */
export class Ending extends Error {
  readonly end: NonNullable<OptimisationRow['end']>;
  constructor(end: NonNullable<OptimisationRow['end']>, reason: string) {
    super(reason);
    this.end = end;
  }
}

/** What is said of one that a person stopped. */
export const stoppedByPerson = 'A person stopped it.';

/** It was stopped, or the server goes down: nothing more is said about what was on its way. */
export class Aborted extends Error {}

/** A transaction of the work itself, which no person's permission limits. */
export const byItself = <T>(
  { ports, scope }: Pick<Running, 'ports' | 'scope'>,
  fn: (ctx: Ctx) => Promise<T>,
): Promise<T> => ports.within({ ...scope, onBehalfOf: null }, fn);
