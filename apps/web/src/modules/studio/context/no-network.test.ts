import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Ways to send something from a page or a worker, our own wire included. */
const SENDING =
  /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|BroadcastChannel|\/wire\//;

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name),
);

test('nothing in this module can send what it reads', () => {
  expect(sources.length).toBeGreaterThan(20);
  const sending = sources.filter((name) =>
    SENDING.test(readFileSync(join(import.meta.dirname, name), 'utf8')),
  );
  expect(sending).toEqual([]);
});

test('a planted call is seen', () => {
  expect(SENDING.test("await fetch('/api', { body })")).toBe(true);
  expect(SENDING.test("import { api } from '../../wire/api-client.ts'")).toBe(true);
});
