import { emptyDocument } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import { parseReference, partialText } from './reference.ts';

describe('parseReference', () => {
  it.each([
    ['tone/voice', { kind: 'floating' }],
    ['tone/voice@production', { kind: 'label', label: 'production' }],
    ['tone/voice@3', { kind: 'version', number: 3 }],
  ])('reads %s', (reference, want) => {
    expect(parseReference(reference)).toMatchObject({ reference, path: 'tone/voice', want });
  });

  it.each([
    '',
    '@listing/voice@1',
    'voice@',
    'voice@Production',
    'a//b',
    '../x',
    'voice@a@b',
    'voice@99999999999',
  ])('refuses %j', (reference) => {
    expect(parseReference(reference)).toBeUndefined();
  });
});

describe('partialText', () => {
  it('joins the texts in the order they are sent, and leaves out conversations and empty texts', () => {
    const section = (id: string, kind: 'system' | 'instructions' | 'context' | 'message', text: string) => ({
      id,
      kind,
      role: null,
      text,
    });
    const sections = [
      section('1', 'context', 'C'),
      section('2', 'instructions', 'I'),
      section('3', 'message', 'M'),
      section('4', 'system', 'S'),
      section('5', 'instructions', ' '),
    ];
    expect(partialText({ ...emptyDocument(), sections })).toBe('S\n\nI\n\nC');
  });
});
