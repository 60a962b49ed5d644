/** What a prompt said by conditions, filters and loops that our language lacks, as values of each of its cases. */
import { calculate, type Scope, scopeOf } from '../jinja/calculate.ts';
import { NotKnown, readExpression } from '../jinja/read-expression.ts';
import { renderJinja } from '../jinja/render-jinja.ts';
import type { Room } from '../jinja/room.ts';
import type { Losses } from './losses.ts';
import type { ReadPrompt } from './read-prompts.ts';
import type { FooCase } from './shape.ts';

/** The case with the values that its other values decide. One that cannot be calculated is told, and left out. */
export function calculateValues(
  one: FooCase,
  { document, calculated, title }: Pick<ReadPrompt, 'document' | 'calculated' | 'title'>,
  losses: Losses,
): FooCase {
  if (calculated.length === 0) return one;
  const defaults = document.variables.flatMap(({ name, default: usual }) =>
    usual === null ? [] : [[name, usual] as const],
  );
  const scope: Record<string, unknown> = { ...Object.fromEntries(defaults), ...one.values };
  const values = { ...one.values };
  for (const { name, as, source } of calculated) {
    try {
      const value =
        as === 'switch'
          ? isTrue(source, scopeOf(scope), losses.room)
          : renderJinja(source, scope, losses.room);
      scope[name] = value;
      values[name] = value;
    } catch (error) {
      if (!(error instanceof NotKnown)) throw error;
      losses.tell(
        'warning',
        'not_calculated',
        `“${name}” of “${title}” has no value, for it cannot be calculated: ${error.message}.`,
        one.name,
      );
    }
  }
  return { ...one, values };
}

const isTrue = (source: string, scope: Scope, room: Room): boolean =>
  Boolean(calculate(readExpression(source), scope, room));
