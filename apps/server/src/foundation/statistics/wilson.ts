/** Of 95 %: the normal distribution holds this much between -z and z. */
const z = 1.959963984540054;

/** Where the true share lies, by Wilson's score interval (1927); null without any trial. */
export function wilson(passed: number, total: number): { low: number; high: number } | null {
  if (total === 0) return null;
  const rate = passed / total;
  const square = z * z;
  const middle = rate + square / (2 * total);
  const spread = z * Math.sqrt((rate * (1 - rate)) / total + square / (4 * total * total));
  const whole = 1 + square / total;
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) };
}

export const percentOf = (share: number): string => `${Math.round(share * 1_000) / 10} %`;

/** Never rounded up: a share that falls short does not read as what it falls short of. */
export const percentReached = (share: number): string => percentOf(Math.floor(share * 1_000 + 1e-9) / 1_000);
