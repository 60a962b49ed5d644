import { emptyDocument } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import { linksOf, parseReference } from './reference.ts';

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

describe('linksOf', () => {
  it('tells each way to another prompt once, and leaves out what a variable holds', () => {
    const text = '{{> a}}{{> a}}{{< a}}{{$x}}{{> b@1}}{{/x}}{{/a}}{{> *which}}';
    const sections = [{ id: '1', kind: 'message' as const, role: null, text }];
    expect(linksOf({ ...emptyDocument(), sections, extends: 'base@2' })).toEqual([
      { reference: 'base@2', via: 'extends' },
      { reference: 'a', via: 'partial' },
      { reference: 'a', via: 'parent' },
      { reference: 'b@1', via: 'partial' },
    ]);
  });
});
