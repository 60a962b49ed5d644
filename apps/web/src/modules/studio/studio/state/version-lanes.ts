/**
 * Versions as a graph of lanes, row by row from the newest. A lane stands for the line that leads to one version
 * further down; it keeps its place until that version comes. The default branch has the first lane for itself.
 */

export type GraphVersion = { number: number; parents: readonly number[] };

/** A line within one row: from its upper edge or its point to its point or its lower edge. */
export type LaneLine = { from: number; to: number; part: 'pass' | 'in' | 'out'; color: number };

export type LaneRow = { number: number; lane: number; color: number; lines: LaneLine[] };

export type VersionLanes = { rows: LaneRow[]; width: number };

type Lane = { expects: number; color: number } | undefined;

export function versionLanes(versions: readonly GraphVersion[], mainHead: number | null): VersionLanes {
  const lanes: Lane[] = [];
  let colors = 0;
  let width = 1;
  if (mainHead !== null && versions.some(({ number }) => number === mainHead))
    lanes[0] = { expects: mainHead, color: colors++ };
  // The default branch's lane is kept free from the top; it is drawn from where something leads to it.
  let isMainDrawn = false;
  const take = (expects: number): number => {
    let lane = lanes.indexOf(undefined);
    if (lane < 0) lane = lanes.length;
    lanes[lane] = { expects, color: colors++ };
    return lane;
  };
  const rows = versions.map(({ number, parents }): LaneRow => {
    const found = lanes.findIndex((each) => each?.expects === number);
    const isHead = found < 0 || (found === 0 && number === mainHead && !isMainDrawn);
    const lane = found < 0 ? take(number) : found;
    const { color } = lanes[lane] as NonNullable<Lane>;
    const lines: LaneLine[] = [];
    lanes.forEach((each, place) => {
      if (!each) return;
      if (place === 0 && !isMainDrawn && each.expects === mainHead && number !== mainHead) return;
      if (each.expects !== number) lines.push({ from: place, to: place, part: 'pass', color: each.color });
      else if (place !== lane || !isHead)
        lines.push({ from: place, to: lane, part: 'in', color: each.color });
    });
    if (number === mainHead) isMainDrawn = true;
    lanes.forEach((each, place) => {
      if (each?.expects === number) lanes[place] = undefined;
    });
    const [first, ...others] = parents;
    if (first !== undefined) {
      const known = lanes.findIndex((each) => each?.expects === first);
      if (known >= 0 && (known < lane || known === 0))
        lines.push({ from: lane, to: known, part: 'out', color });
      else {
        lanes[lane] = { expects: first, color };
        lines.push({ from: lane, to: lane, part: 'out', color });
      }
    }
    for (const parent of others) {
      const known = lanes.findIndex((each) => each?.expects === parent);
      const to = known >= 0 ? known : take(parent);
      lines.push({ from: lane, to, part: 'out', color: (lanes[to] as NonNullable<Lane>).color });
    }
    if (lines.some(({ part, to }) => part === 'out' && to === 0)) isMainDrawn = true;
    while (lanes.length > 0 && lanes.at(-1) === undefined) lanes.pop();
    width = Math.max(width, lanes.length, lane + 1, ...lines.map(({ from, to }) => Math.max(from, to) + 1));
    return { number, lane, color, lines };
  });
  return { rows, width };
}
