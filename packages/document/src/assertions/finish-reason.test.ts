import { expect, it } from 'vitest';
import { finishFinding } from './finish-reason.ts';

it('knows a refusal by its own name, and by that of the filter as which it once counted', () => {
  expect(finishFinding('refusal', ['refusal'])).toMatchObject({ passed: true });
  expect(finishFinding('refusal', ['content_filter'])).toMatchObject({ passed: true });
  expect(finishFinding('content_filter', ['refusal'])).toMatchObject({ passed: false });
  expect(finishFinding('refusal', ['stop'])).toEqual({
    passed: false,
    reason: 'The answer was a refusal of the model; it passes where it was complete.',
  });
});
