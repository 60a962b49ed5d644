import type { Room } from '../jinja/room.ts';
import { cutText, type FooProblem } from './shape.ts';

export interface Losses {
  /** Says what did not survive; the same at several places becomes one problem that counts and names them. */
  tell(severity: FooProblem['severity'], code: string, message: string, where?: string): void;
  list(): FooProblem[];
  /** Steps that may still be taken to calculate texts, all of an import together. */
  room: Room;
}

const mostPlaces = 3;

export function collectLosses(): Losses {
  const found = new Map<string, { problem: FooProblem; places: Set<string> }>();
  return {
    room: { steps: 5_000_000 },
    tell(severity, code, message, where) {
      const known = found.get(`${code} ${message}`);
      const entry = known ?? {
        problem: { severity, code: `promptfoo.${code}`, message: cutText(message, 1_000) },
        places: new Set<string>(),
      };
      if (where !== undefined) entry.places.add(where);
      if (!known) found.set(`${code} ${message}`, entry);
    },
    list: () =>
      [...found.values()].map(({ problem, places }) => {
        if (places.size === 0) return problem;
        const named = [...places].slice(0, mostPlaces).join(', ');
        const more = places.size > mostPlaces ? ` and ${places.size - mostPlaces} more` : '';
        return { ...problem, message: `${problem.message} (${cutText(named, 300)}${more})` };
      }),
  };
}

/** Says nothing, and takes its steps of the same room. */
export const quietly = ({ room }: Losses): Losses => ({ tell: () => undefined, list: () => [], room });
