import type { Model } from '../api/models.ts';

export type SettingName = keyof Model['settings'];

export interface NotTaking {
  /** Names of the models that surely do not take the setting. */
  models: string[];
  /** Whether none of those chosen takes it. */
  all: boolean;
}

/** Which of the chosen models leave a setting out; of a chain its first model counts, which is called first. */
export function notTaking(models: readonly Model[], setting: SettingName): NotTaking {
  const refusing = models.filter(({ settings }) => settings[setting] === false);
  return {
    models: [...new Set(refusing.map(({ name }) => name))],
    all: models.length > 0 && refusing.length === models.length,
  };
}
