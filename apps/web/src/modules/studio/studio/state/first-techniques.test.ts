import { emptyDocument } from '@promptvault/document';
import { techniquesSchema } from '@promptvault/document/techniques';
import { expect, it } from 'vitest';
import { changeTechniques } from './document-edits.ts';
import { firstTechniques } from './first-techniques.ts';

it('each technique begins with something valid, and leaves nothing when it is switched off', () => {
  expect(techniquesSchema.parse(firstTechniques)).toEqual(firstTechniques);
  const { chainOfThought, selfConsistency } = firstTechniques;
  const first = changeTechniques({ chainOfThought })(emptyDocument());
  const both = changeTechniques({ selfConsistency })(first);
  expect(both.techniques).toEqual({ chainOfThought, selfConsistency });
  const one = changeTechniques({ chainOfThought: undefined })(both);
  expect(one.techniques).toEqual({ selfConsistency });
  expect('techniques' in changeTechniques({ selfConsistency: undefined })(one)).toBe(false);
});
