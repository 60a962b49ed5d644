/**
 * How a length is shared among panels: pure arithmetic in pixels. Each panel has a smallest size; flexible ones
 * share what fixed ones leave. Nothing here throws for a window that is too small: then all stand at their least.
 */

export type PanelRule = {
  id: string;
  /** Pixels at first: a fixed panel keeps them when the window grows; a flexible one counts them as a weight. */
  size: number;
  min: number;
  max?: number;
  flexible?: boolean;
};

export type PanelSizes = Readonly<Record<string, number>>;

const clamp = (value: number, { min, max = Number.POSITIVE_INFINITY }: PanelRule) =>
  Math.max(min, Math.min(max, value));

/** Sizes of all panels that together fill `whole`, starting from remembered ones. */
export function layOut(
  rules: readonly PanelRule[],
  whole: number,
  remembered: PanelSizes = {},
): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const rule of rules) sizes[rule.id] = clamp(remembered[rule.id] ?? rule.size, rule);
  // Flexible panels take up the difference first; only what they cannot take changes the fixed ones.
  spread(
    sizes,
    rules.filter(({ flexible }) => flexible),
    whole - total(sizes),
  );
  spread(
    sizes,
    rules.filter(({ flexible }) => !flexible),
    Math.min(0, whole - total(sizes)),
  );
  return sizes;
}

const total = (sizes: PanelSizes) => Object.values(sizes).reduce((sum, size) => sum + size, 0);

/** In pixels: what is left of a difference by the arithmetic alone. */
const leastDifference = 0.01;

/** Gives a difference to panels by their weight; what one cannot take goes to the others. */
function spread(sizes: Record<string, number>, rules: readonly PanelRule[], difference: number): void {
  let left = difference;
  let open = [...rules];
  while (Math.abs(left) > leastDifference && open.length > 0) {
    const weight = open.reduce((sum, { id }) => sum + (sizes[id] ?? 0), 0) || 1;
    const before = left;
    for (const rule of open) {
      const size = sizes[rule.id] ?? 0;
      const next = clamp(size + (before * size) / weight, rule);
      sizes[rule.id] = next;
      left -= next - size;
    }
    open = open.filter((rule) => clamp((sizes[rule.id] ?? 0) + Math.sign(left), rule) !== sizes[rule.id]);
  }
}

/** Moves the line after the panel `index` by `delta`: neighbours pay first, then those behind them. */
export function moveSplit(
  rules: readonly PanelRule[],
  sizes: PanelSizes,
  index: number,
  delta: number,
): Record<string, number> {
  const next = { ...sizes };
  const growing = delta > 0 ? rules[index] : rules[index + 1];
  const paying = delta > 0 ? rules.slice(index + 1) : rules.slice(0, index + 1).reverse();
  if (!growing) return next;
  const have = next[growing.id] ?? 0;
  let wanted = clamp(have + Math.abs(delta), growing) - have;
  for (const rule of paying) {
    if (wanted <= 0) break;
    const size = next[rule.id] ?? 0;
    const given = Math.min(wanted, size - rule.min);
    if (given <= 0) continue;
    next[rule.id] = size - given;
    next[growing.id] = (next[growing.id] ?? 0) + given;
    wanted -= given;
  }
  return next;
}
