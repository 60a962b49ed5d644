import { afterAll, describe, expect, test } from 'vitest';
import type { Outcome } from './isolate.ts';
import { createWorkerIsolate } from './worker-isolate.ts';

const isolate = createWorkerIsolate();
const hasty = createWorkerIsolate({ wallMs: 400, threads: 1 });
/** Memory is what ends these: a busy machine may take longer over filling it than a snippet has. */
const patient = createWorkerIsolate({ wallMs: 60_000, threads: 1 });
afterAll(() => Promise.all([isolate.shutDown(), hasty.shutDown(), patient.shutDown()]));

const value = (of: unknown): Outcome => ({ kind: 'value', value: of });
const run = (code: string, input: Record<string, unknown> = {}) => isolate.run({ code, input });

describe('what a snippet gives', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    ['output.length > 3', { output: 'four' }, true],
    ['output.length > 3;', { output: 'abc' }, false],
    ['const n = list.reduce((sum, one) => sum + one, 0); return { n }', { list: [1, 2, 3] }, { n: 6 }],
    ['({ a: 1 }) // a comment', {}, { a: 1 }],
    ['await Promise.resolve(7)', {}, 7],
    ['undefined', {}, null],
    ['() => 1', {}, 1],
    ['(output, { b }) => output + b', { output: 'x', b: 'y' }, 'xy'],
    ['async (a) => a * 2', { a: 4 }, 8],
    ['return function (a) { return a }', { a: 3 }, 3],
    ['() => () => 1', {}, null],
    ['if (a) return "yes"', { a: false }, null],
    ['"\\ud800 é 漢 😀"', {}, '\ud800 é 漢 😀'],
    ['typeof Date.now()', {}, 'number'],
    ['a.__proto__.b', { a: JSON.parse('{"__proto__":{"b":5}}') }, 5],
  ])('%s', async (code, input, expected) => {
    expect(await run(code, input)).toEqual(value(expected));
  });

  test('what it throws comes as name and message', async () => {
    expect(await run('null.x')).toMatchObject({ kind: 'threw', name: 'TypeError' });
    expect(await run('throw new RangeError("no")')).toEqual({
      kind: 'threw',
      name: 'RangeError',
      message: 'no',
    });
    expect(await run('throw "plain"')).toEqual({ kind: 'threw', name: 'Error', message: 'plain' });
    expect(await run('await Promise.reject(new Error("later"))')).toMatchObject({ message: 'later' });
    expect(await run('this is no code')).toMatchObject({ kind: 'threw', name: 'SyntaxError' });
    expect(await run('1n')).toMatchObject({ kind: 'threw', name: 'TypeError' });
    expect(await run('await new Promise(() => {})')).toMatchObject({ kind: 'threw' });
    expect(await run('throw { get message() { throw 1 }, name: {} }')).toMatchObject({ kind: 'threw' });
  });
});

describe('a hostile snippet', () => {
  test.each([
    'for (;;) {}',
    'async function again() { for (;;) await 0 } await again()',
    'const spin = () => Promise.resolve().then(spin); await spin()',
    '/^(a+)+$/.test("a".repeat(40) + "!")',
    '({ toJSON() { for (;;) {} } })',
    '() => { for (;;) {} }',
    'throw { get message() { for (;;) {} } }',
  ])('is ended in time: %s', async (code) => {
    const before = performance.now();
    expect(await hasty.run({ code, input: {} })).toEqual({ kind: 'timeout', afterMs: 400 });
    expect(performance.now() - before).toBeLessThan(3000);
    expect(await hasty.run({ code: '1 + 1', input: {} })).toEqual(value(2));
  });

  test('is ended after three seconds where nothing else is said', async () => {
    const before = performance.now();
    expect(await run('while (true);')).toEqual({ kind: 'timeout', afterMs: 3000 });
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test.each([
    'const all = []; for (;;) all.push(new Array(1000).fill(1))',
    '"a".repeat(2 ** 29)',
    'new Uint8Array(2 ** 30)',
    'const all = []; for (;;) all.push("x".repeat(1e6) + all.length)',
    'const all = new Map(); for (let i = 0; ; i++) all.set(i, new ArrayBuffer(1e6))',
  ])('gets no more memory than it may: %s', { timeout: 120_000 }, async (code) => {
    const before = process.memoryUsage().rss;
    expect(await patient.run({ code, input: {} })).toMatchObject({ kind: 'memory' });
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 2 ** 20);
    expect(await patient.run({ code: '"alive"', input: {} })).toEqual(value('alive'));
  });

  test.each([
    '(function deep() { return deep() + 1 })()',
    'JSON.parse("[".repeat(200000))',
    'const root = {}; let at = root; for (let i = 0; i < 200000; i++) at = at.a = {}; return root',
    'const a = {}; a.a = a; return a',
    '[].concat.apply([], new Array(1e5).fill([1])).sort(() => { throw 1 })',
    'let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x',
    'eval("(".repeat(1e5))',
    'new RegExp("(".repeat(1e5))',
  ])('falls over alone: %s', async (code) => {
    expect((await run(code)).kind).toMatch(/^(threw|memory)$/);
    expect(await run('"alive"')).toEqual(value('alive'));
  });

  test('carries out nothing too long, and is told what it may not bring', async () => {
    expect(await run('"x".repeat(1000001)')).toEqual({ kind: 'refused', reason: 'output_too_long' });
    expect(await run('new Array(400000).fill("ab")')).toEqual({ kind: 'refused', reason: 'output_too_long' });
    expect(await run(`"${'x'.repeat(100_000)}"`)).toEqual({ kind: 'refused', reason: 'code_too_long' });
    const long = await run('1', { text: 'x'.repeat(4_000_001) });
    expect(long).toEqual({ kind: 'refused', reason: 'input_too_long' });
    const message = await run('throw new Error("x".repeat(9e5))');
    expect(message).toMatchObject({ kind: 'threw', message: 'x'.repeat(2000) });
  });

  test.each([
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'process',
    'require',
    'module',
    'Buffer',
    'setTimeout',
    'setInterval',
    'performance',
    'console',
    'navigator',
    'WebAssembly',
    'Worker',
    'Atomics',
    'std',
    'os',
  ])('finds no %s', async (name) => {
    expect(await run(`typeof ${name}`)).toEqual(value('undefined'));
    expect(await run(`typeof globalThis[${JSON.stringify(name)}]`)).toEqual(value('undefined'));
    expect(await run(`(0, eval)("typeof ${name}")`)).toEqual(value('undefined'));
  });

  test.each([
    'await import("node:fs")',
    'await import("https://example.com/x.js")',
    'await import("data:text/javascript,export default 1")',
    'await (0, eval)("import(\\"os\\")")',
  ])('imports nothing: %s', async (code) => {
    expect(await run(code)).toMatchObject({ kind: 'threw' });
  });

  test('does not come out by constructors', async () => {
    const out = 'Function("return typeof process + typeof require")()';
    expect(await run(out)).toEqual(value('undefinedundefined'));
    const climbed = '(async () => {}).constructor("return Object.keys(globalThis).join()")()';
    expect(await run(climbed)).toEqual(value(''));
    expect(await run('import.meta.url')).toMatchObject({ kind: 'threw' });
  });

  test('reaches neither the next snippet nor what carries its answer', async () => {
    const one = createWorkerIsolate({ threads: 1 });
    const games = `globalThis.left = 1; Object.prototype.left = 2; JSON.stringify = () => "stolen";
      JSON.parse = () => ({ a: "stolen" }); Array.prototype.push = 5; Promise.prototype.then = () => {};
      String.prototype.trim = null; Object.freeze(Object.prototype); return { a: 1 }`;
    expect(await one.run({ code: games, input: {} })).toEqual(value({ a: 1 }));
    const after = '[typeof left, typeof {}.left, JSON.stringify(1), " a ".trim(), a]';
    expect(await one.run({ code: after, input: { a: 'mine' } })).toEqual(
      value(['undefined', 'undefined', '1', 'a', 'mine']),
    );
    expect(({} as Record<string, unknown>).left).toBeUndefined();
    await one.shutDown();
  });

  test('cannot break out of what is put around it', async () => {
    expect(await run('1)); globalThis.x = 1; ((')).toMatchObject({ kind: 'threw', name: 'SyntaxError' });
    expect((await run('1 }); (async () => { return 2')).kind).toMatch(/^(threw|value)$/);
  });

  test('comes with an answer that changes no prototype here', async () => {
    const outcome = await run('JSON.parse(\'{"__proto__":{"polluted":1}}\')');
    expect(outcome.kind).toBe('value');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('the pool', () => {
  test('runs many after one another, with a bound on those who wait', async () => {
    const small = createWorkerIsolate({ threads: 2, waiting: 4 });
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, i) => small.run({ code: 'i * 2', input: { i } })),
    );
    const values = all.filter(({ kind }) => kind === 'value');
    expect(values.length).toBeGreaterThanOrEqual(4);
    expect(all.filter((one) => one.kind !== 'value')).toEqual(
      all.filter((one) => one.kind !== 'value').map(() => ({ kind: 'refused', reason: 'crowded' })),
    );
    await small.shutDown();
  });

  test('one who gives up is answered at once, and the next ones run', async () => {
    const one = createWorkerIsolate({ threads: 1 });
    const controller = new AbortController();
    const running = one.run({ code: 'for (;;) {}', input: {} }, controller.signal);
    const queued = one.run({ code: '1', input: {} }, controller.signal);
    const other = one.run({ code: '"next"', input: {} });
    controller.abort();
    expect(await running).toEqual({ kind: 'refused', reason: 'ended' });
    expect(await queued).toEqual({ kind: 'refused', reason: 'ended' });
    expect(await other).toEqual(value('next'));
    await one.shutDown();
  });

  test('a thread without work is ended, and made again when work comes', async () => {
    const brief = createWorkerIsolate({ idleMs: 20, threads: 1 });
    for (let round = 0; round < 3; round += 1) {
      expect(await brief.run({ code: 'round', input: { round } })).toEqual(value(round));
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await brief.shutDown();
  });

  test('refuses after its end, and whatever still runs then', async () => {
    const one = createWorkerIsolate({ threads: 1 });
    const running = one.run({ code: 'for (;;) {}', input: {} });
    await one.shutDown();
    expect(await running).toEqual({ kind: 'refused', reason: 'ended' });
    expect(await one.run({ code: '1', input: {} })).toEqual({ kind: 'refused', reason: 'ended' });
  });

  test('an input that is no name is a fault of the house', () => {
    expect(() => isolate.run({ code: '1', input: { 'a) => {': 1 } })).toThrow();
  });
});
