import { expect, test } from 'vitest';
import { actsInText, isShortcut, shortcutSigns } from './shortcut.ts';

const press = (
  key: string,
  held: Partial<Record<'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('mod is the command key on Apple and control elsewhere', () => {
  expect(shortcutSigns('mod+enter', true)).toEqual(['⌘', '↵']);
  expect(shortcutSigns('mod+enter', false)).toEqual(['Ctrl', '↵']);
  expect(isShortcut(press('k', { metaKey: true }), 'mod+k', true)).toBe(true);
  expect(isShortcut(press('k', { ctrlKey: true }), 'mod+k', true)).toBe(false);
  expect(isShortcut(press('k', { ctrlKey: true }), 'mod+k', false)).toBe(true);
});

test('a letter with another modifier is another shortcut', () => {
  expect(isShortcut(press('J'), 'j', false)).toBe(true);
  expect(isShortcut(press('j', { ctrlKey: true }), 'j', false)).toBe(false);
  expect(isShortcut(press('j', { shiftKey: true }), 'j', false)).toBe(false);
});

test('a sign that needs shift to be typed is found with and without it', () => {
  expect(isShortcut(press('?', { shiftKey: true }), '?', false)).toBe(true);
  expect(isShortcut(press('?'), '?', false)).toBe(true);
});

test('arrows are called by their direction', () => {
  expect(isShortcut(press('ArrowUp', { altKey: true }), 'alt+up', false)).toBe(true);
});

test('function keys and combinations act while someone types, letters do not', () => {
  expect(['f8', 'shift+f12', 'mod+.', 'alt+r'].map(actsInText)).toEqual([true, true, true, true]);
  expect(['j', '?', 'enter', 'shift+enter', 'f'].map(actsInText)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(isShortcut(press('F8', { shiftKey: true }), 'f8', false)).toBe(false);
});
