import { createHash } from 'node:crypto';
import type { LabelTarget } from '../schema.ts';

/**
 * The version a label means for a subject. With several targets a subject falls by its hash and the label's
 * salt, in proportion to the weights, and stays there; without a subject the heaviest target counts, so that
 * the same reference means the same text.
 */
export function pickTarget(
  { targets, salt }: { targets: readonly LabelTarget[]; salt: string },
  subject: string | undefined,
): number {
  const heaviest = targets.reduce((best, target) => (target.weight > best.weight ? target : best));
  if (subject === undefined || targets.length === 1) return heaviest.version;
  const total = targets.reduce((sum, { weight }) => sum + weight, 0);
  const draw = createHash('sha256').update(`${salt}\n${subject}`).digest().readUIntBE(0, 6) / 2 ** 48;
  let place = draw * total;
  for (const { version, weight } of targets) {
    if (place < weight) return version;
    place -= weight;
  }
  return heaviest.version;
}
