import pino from 'pino';
import type { LogLevel } from '../env.ts';
import type { Secret } from '../secrets/secret.ts';
import type { Log, LogFacts } from './log.ts';
import { prettyLine } from './pretty-line.ts';
import { printable } from './printable.ts';
import { scrubber } from './scrub.ts';

export type LogOptions = {
  level: LogLevel;
  /** `auto` is pretty on a terminal and JSON, one object a line, elsewhere. */
  form: 'json' | 'pretty' | 'auto';
  /** Secrets of the environment, whose values are blanked out of every line. */
  secrets?: readonly Secret[];
  output?: { write(line: string): unknown; isTTY?: boolean };
};

export function createLog({ level, form, secrets = [], output = process.stdout }: LogOptions): Log {
  const scrub = scrubber(secrets);
  const pretty = form === 'pretty' || (form === 'auto' && output.isTTY === true);
  const write = (line: string) => output.write(scrub(pretty ? prettyLine(line) : line));
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return wrap(logger);
}

function wrap(logger: pino.Logger): Log {
  const at = (level: 'error' | 'warn' | 'info' | 'debug') => (message: string, facts?: LogFacts) => {
    if (!logger.isLevelEnabled(level)) return;
    if (facts) logger[level](named(facts), message);
    else logger[level](message);
  };
  return {
    error: at('error'),
    warn: at('warn'),
    info: at('info'),
    debug: at('debug'),
    child: (facts) => wrap(logger.child(named(facts))),
  };
}

const ownKeys = ['level', 'time', 'message'];

/** Facts in printable form, kept off the keys a line already has. */
function named(facts: LogFacts): Record<string, unknown> {
  const entries = Object.entries(printable({ ...facts }) as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, value]) => [ownKeys.includes(key) ? `${key}_` : key, value]));
}
