import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { expect, it } from 'vitest';
import { mergeOrigins, writeNames } from './merge-origins.ts';

const documentOf = (system: string, instructions: string, temperature?: number): PromptDocument => ({
  ...emptyDocument(),
  sections: [
    { id: 's1', kind: 'system', role: null, text: system },
    { id: 's2', kind: 'instructions', role: null, text: instructions },
  ],
  settings: temperature === undefined ? {} : { temperature },
});

it('tells what others changed and what is added to it', () => {
  const base = documentOf('a', 'b');
  expect(mergeOrigins(base, documentOf('A', 'b'), documentOf('A', 'B', 0.4))).toEqual({
    theirs: ['System'],
    mine: ['Instructions', 'Settings'],
  });
});

it('says nothing of a side that changed nothing, or the same', () => {
  const saved = documentOf('A', 'b');
  expect(mergeOrigins(documentOf('a', 'b'), saved, saved)).toEqual({ theirs: ['System'], mine: [] });
});

it('writes names as a list', () => {
  expect(writeNames(['System', 'Context', 'Settings'])).toBe('System, Context, and Settings');
});
