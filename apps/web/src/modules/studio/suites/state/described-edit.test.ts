import { emptyDocument } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import { readDescribeSearch } from './describe-search.ts';
import { acceptedCases, editedDocument, faultsOf } from './described-edit.ts';

const variable = { id: 'v', name: 'letter', type: 'text' as const, description: '', required: true };
const document = {
  ...emptyDocument(),
  sections: [{ id: 's', kind: 'instructions' as const, role: null, text: 'Answer {{letter}}' }],
  variables: [{ ...variable, default: null, options: [] }],
};

describe('an edited description', () => {
  it('has the texts that were written, and says what no longer fits', () => {
    expect(faultsOf(document)).toEqual([]);
    const edited = editedDocument(document, { texts: { s: 'Answer {{letter}} {{tone}}', gone: 'x' } });
    expect(edited.sections.map(({ text }) => text)).toEqual(['Answer {{letter}} {{tone}}']);
    expect(faultsOf(edited)).toEqual(['“tone” is used and not declared.']);
    expect(faultsOf(editedDocument(document, { texts: { s: '{{#letter}}' } })).length).toBeGreaterThan(0);
  });

  it('takes the cases that were accepted, as they were edited', () => {
    const cases = [{ name: 'A' }, { name: 'B' }, { name: 'C' }];
    const review = {
      0: { decision: 'accepted' as const, edited: { name: 'A2' } },
      1: { decision: 'rejected' as const },
    };
    expect(acceptedCases(cases, review)).toEqual([{ name: 'A2' }]);
    expect(acceptedCases(cases)).toEqual([]);
  });

  it('is found by its address', () => {
    expect(readDescribeSearch({ run: 'a', before: 'b', other: 1 })).toEqual({ run: 'a', before: 'b' });
    expect(readDescribeSearch({ run: 5, before: 'b' })).toEqual({});
  });
});
