import { SAMPLING_SETTINGS, SAMPLING_STRATEGIES } from './sampling-strategies.ts';
import type { Settings } from './shape.ts';

/**
 * Settings over settings, such as those of a run over those of its prompt. Each wins by itself; a strategy wins over
 * all that is said below of sampling, since it says all of that together.
 */
export function layerSettings(below: Settings, above: Settings): Settings {
  if (above.sampling === undefined) return { ...below, ...above };
  const kept = { ...below };
  for (const name of SAMPLING_SETTINGS) delete kept[name];
  return { ...kept, ...above };
}

/** With what the strategy says where it is not said otherwise: as a model is told. The name of the strategy stays. */
export const resolveSettings = (settings: Settings): Settings =>
  settings.sampling === undefined ? settings : { ...SAMPLING_STRATEGIES[settings.sampling], ...settings };
