import { t } from '../messages.ts';

const form = /^[a-z0-9][a-z0-9:._-]*$/;

/** What is wrong with a name for a required check; undefined when nothing is. */
export function checkNameProblem(name: string, taken: readonly string[]): string | undefined {
  if (!form.test(name)) return t('ruleCheckInvalid');
  return taken.includes(name) ? t('ruleCheckTaken') : undefined;
}
