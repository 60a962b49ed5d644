/** How the samples of one question differ: what each of them is drawn with. */
import { layerSettings, resolveSettings } from '../sampling.ts';
import type { Settings } from '../shape.ts';
import type { SelfConsistency } from './shape.ts';

/**
 * What the sample of this number, from 0, is asked with: the settings of the prompt, with its own temperature or
 * strategy over them, and a seed of its own, since with one seed for all of them they would all say the same.
 */
export function drawSample(
  settings: Settings,
  plan: Omit<SelfConsistency, 'answer'>,
  number: number,
): Settings {
  const { seed } = settings;
  const own = seed === undefined ? settings : { ...settings, seed: seedOf(seed, number) };
  return resolveSettings(layerSettings(own, drawnWith(plan, number)));
}

/** A seed of its own for each of this number, from 0; the last there is has none above it. */
export const seedOf = (seed: number, number: number): number =>
  Number.isSafeInteger(seed + number) ? seed + number : seed - number;

function drawnWith(
  { samples, temperature, draw }: Omit<SelfConsistency, 'answer'>,
  number: number,
): Settings {
  if (!draw) return temperature === null ? {} : { temperature };
  if (draw.by === 'ladder') {
    const { from, to } = draw;
    const step = (to - from) / Math.max(1, samples - 1);
    return { temperature: Math.round((from + step * number) * 100) / 100 };
  }
  const sampling = draw.strategies[number % draw.strategies.length];
  return sampling === undefined ? {} : { sampling };
}
