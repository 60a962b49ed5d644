import { emptyDocument, type PromptDocument, type Section } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import { documentParts, documentText } from './document-parts.ts';

const section = (id: string, kind: Section['kind'], text: string, role: Section['role'] = null): Section => ({
  id,
  kind,
  role,
  text,
});

const document: PromptDocument = {
  ...emptyDocument(),
  sections: [
    section('a', 'instructions', 'First {{> house/voice}}\n'),
    section('b', 'context', '  \n'),
    section('c', 'instructions', 'Second'),
    section('d', 'message', 'Hello', 'assistant'),
  ],
  examples: [{ id: 'e', input: '1', output: 'one' }],
};

describe('documentParts', () => {
  it('names what holds a text and numbers what is alike', () => {
    expect(documentParts(document).map(({ id, name }) => [id, name])).toEqual([
      ['a', 'Instructions'],
      ['c', 'Instructions 2'],
      ['d', 'Assistant message'],
    ]);
  });
});

describe('documentText', () => {
  it('is sections as written and then examples', () => {
    expect(documentText(document)).toBe(
      'First {{> house/voice}}\n\nSecond\n\nHello\n\nInput:\n1\nOutput:\none',
    );
  });
});
