import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { fileTypeOf } from './file-kind.ts';
import { findRefusal } from './limits.ts';
import { visibleName } from './visible-name.ts';

test('text of four encodings is read, a byte order mark is dropped', () => {
  expect(decodeText(new TextEncoder().encode('\uFEFFhé')).value).toEqual({ text: 'hé', encoding: 'utf-8' });
  expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x68, 0, 0xe9, 0)).value).toEqual({
    text: 'hé',
    encoding: 'utf-16le',
  });
  expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0x68, 0, 0xe9)).value?.text).toBe('hé');
  expect(decodeText(Uint8Array.of(0x68, 0xe9)).value).toEqual({ text: 'hé', encoding: 'windows-1252' });
  expect(decodeText(new Uint8Array()).value?.text).toBe('');
});

test('bytes with NUL or many control characters are no text', () => {
  expect(decodeText(Uint8Array.of(0x89, 0x50, 0, 1)).reason).toBe('binary');
  expect(decodeText(Uint8Array.from({ length: 300 }, (_, at) => (at % 255) + 1)).reason).toBe('binary');
});

test('kinds follow from names', () => {
  expect(fileTypeOf('src/App.TSX')).toMatchObject({ kind: 'code', fence: 'tsx' });
  expect(fileTypeOf('Dockerfile.dev').fence).toBe('dockerfile');
  expect(fileTypeOf('.gitignore')).toMatchObject({ kind: 'other', badge: '' });
  expect(fileTypeOf('constructor').kind).toBe('other');
  expect(fileTypeOf('a.constructor').kind).toBe('other');
  expect(findRefusal('logo.png', 10)).toBe('binary');
  expect(findRefusal('a.txt', 3 * 1024 * 1024)).toBe('too_large');
  expect(findRefusal('a.txt', 10)).toBeUndefined();
});

test('names that deceive are spelled out, long ones lose their middle', () => {
  expect(visibleName('photo\u202Egnp.exe')).toBe('photo‹U+202E›gnp.exe');
  expect(visibleName('a\nb\u0000')).toBe('a␊b␀');
  expect(visibleName('zero\u200Bwidth')).toBe('zero‹U+200B›width');
  expect(visibleName('\uD800x')).toBe('‹U+D800›x');
  expect(visibleName('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  expect(visibleName('é漢👩‍💻.md')).toContain('é漢');
  expect(visibleName('x'.repeat(5_000)).length).toBeLessThan(210);
});
