import { expect, it } from 'vitest';
import { formatTokens } from '../../../ui/format.ts';
import { t } from './messages.ts';

it('counts one token as one', () => {
  const noted = (count: number) => t('tokensNoted', { count, tokens: formatTokens(count, true) });
  expect(noted(1)).toMatch(/^≈.1 token$/);
  expect(noted(2)).toMatch(/^≈.2 tokens$/);
});
