import { describe, expect, it } from 'vitest';
import { Secret } from '../secrets/secret.ts';
import { createLog, type LogOptions } from './create-log.ts';

function capture(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({
    level: 'info',
    form: 'json',
    output: { write: (line) => lines.push(line) },
    ...options,
  });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('the log', () => {
  it('writes one JSON object a line with the facts of its parents', () => {
    const { log, lines, last } = capture();
    log.child({ requestId: 'r1' }).child({ module: 'prompts' }).info('committed', { version: 3 });
    expect(lines).toHaveLength(1);
    expect(last()).toMatchObject({
      level: 'info',
      message: 'committed',
      requestId: 'r1',
      module: 'prompts',
      version: 3,
    });
    expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = capture({ level: 'warn' });
    log.info('quiet');
    log.warn('loud');
    expect(lines).toHaveLength(1);
  });

  it('writes errors with stack, own facts and causes', () => {
    const { log, last } = capture();
    const error = Object.assign(new Error('outer', { cause: new TypeError('inner') }), { code: '42501' });
    log.error('failed', { error });
    expect(last().error).toMatchObject({
      name: 'Error',
      message: 'outer',
      code: '42501',
      stack: expect.stringContaining('create-log.test'),
      cause: { name: 'TypeError', message: 'inner' },
    });
  });

  it('writes nothing of what the database quotes of a row or a parameter', () => {
    const { log, lines } = capture();
    const fault = Object.assign(new Error('null value in column "title"'), {
      code: '23502',
      detail: 'Failing row contains (a private text).',
      where: "unnamed portal with parameters: $1 = 'a private text'",
      params: ['a private text'],
    });
    log.error('failed', { error: new Error('a query failed', { cause: fault }) });
    expect(lines.join('')).toContain('23502');
    expect(lines.join('')).not.toContain('private');
  });

  it('writes no secret: neither branded, nor by name, nor inside the message of a library', () => {
    const url = new Secret('postgres://user:hunter%232@db/vault');
    const { log, lines } = capture({ secrets: [url, new Secret('abc')] });
    log.info('facts', {
      url,
      deep: { list: [{ provider_api_key: 'sk-live-hunter#2', sessionToken: 'hunter#2', tokens: 12 }] },
      headers: { Authorization: 'Bearer hunter#2', cookie: 'hunter#2' },
    });
    log.error(`connect ${url.reveal()} failed`, { error: new Error('password hunter#2 was refused') });
    log.child({ password: 'hunter#2' }).warn('child');
    expect(lines.join('')).not.toMatch(/hunter/);
    expect(lines.join('')).toContain('"tokens":12');
  });

  it('survives hostile and huge facts with a bounded line', () => {
    const { log, lines, last } = capture();
    const circle: Record<string, unknown> = {
      big: 1n,
      bytes: new Uint8Array(9),
      call: () => {},
      none: undefined,
    };
    circle.self = circle;
    log.info('odd', {
      circle,
      text: 'x'.repeat(1_000_000),
      many: Array.from({ length: 10_000 }, () => 1),
      time: 1,
    });
    expect(lines[0]?.length).toBeLessThan(20_000);
    expect(last()).toMatchObject({ circle: { big: '1', bytes: '[9 bytes]' }, time_: 1 });
  });

  it('is pretty on a terminal, one line a message, with forged lines made visible', () => {
    const lines: string[] = [];
    const output = { write: (line: string) => lines.push(line), isTTY: true };
    createLog({ level: 'info', form: 'auto', output }).info('signed in\nroot', { name: 'a b\r\u001B[2J' });
    expect(lines[0]).toContain('signed in\\nroot name="a b\\r\\u001b[2J"');
    expect(lines[0]?.split('\n')).toHaveLength(2);
  });
});
