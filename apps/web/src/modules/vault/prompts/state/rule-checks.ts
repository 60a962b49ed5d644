/** The checks of a label rule as they are written: one a line. */
import { t } from '../messages.ts';

const checkName = /^[a-z0-9][a-z0-9:._-]{0,99}$/;
const mostChecks = 20;

export const checksOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

/** What is wrong with them, in a sentence. */
export function checksProblem(text: string): string | undefined {
  const checks = checksOf(text);
  const wrong = checks.find((check) => !checkName.test(check));
  if (wrong !== undefined) return t('checkNameRule', { name: wrong });
  return checks.length > mostChecks ? t('checksMany', { most: mostChecks }) : undefined;
}
