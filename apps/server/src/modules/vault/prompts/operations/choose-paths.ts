import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { takenPathKeys } from '../repository/paths.ts';
import { pathKey } from './slug.ts';

interface Wish {
  base: string;
  /** How many paths are still to be found. */
  left: number;
  /** The first number not tried yet; 1 is the base itself. */
  next: number;
}

const numbered = (base: string, number: number) => (number === 1 ? base : `${base}-${number}`);

/** How many numbers to ask about at once: as many as are needed, and ever more while all are taken. */
const reach = ({ left, next }: Wish) => (next === 1 ? left : left + next * 4);

/** A free path for each base, in order: the base itself, else with the first free number behind it. */
export async function choosePaths(ctx: Ctx, bases: readonly string[]): Promise<string[]> {
  const wishes = new Map<string, Wish>();
  for (const base of bases) {
    const wish = wishes.get(base) ?? { base, left: 0, next: 1 };
    wishes.set(base, { ...wish, left: wish.left + 1 });
  }
  const found = new Map<string, string[]>([...wishes.keys()].map((base) => [base, []]));
  const given = new Set<string>();
  for (
    let waiting = [...wishes.values()];
    waiting.length > 0;
    waiting = waiting.filter(({ left }) => left > 0)
  ) {
    const tries = waiting.map((wish) => ({
      wish,
      paths: Array.from({ length: reach(wish) }, (_, index) => numbered(wish.base, wish.next + index)),
    }));
    const taken = await takenPathKeys(
      ctx,
      tries.flatMap(({ paths }) => paths.map(pathKey)),
    );
    for (const { wish, paths } of tries) {
      const free = paths.filter((path) => !taken.has(pathKey(path)) && !given.has(pathKey(path)));
      for (const path of free.slice(0, wish.left)) {
        given.add(pathKey(path));
        found.get(wish.base)?.push(path);
        wish.left -= 1;
      }
      wish.next += paths.length;
    }
  }
  return bases.map((base) => found.get(base)?.shift() as string);
}
