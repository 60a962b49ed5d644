/**
 * The log port. Facts are small and named; contents of prompts, files and model answers never belong here.
 * `error` among the facts takes whatever was thrown and is written with its stack and causes.
 */
export type LogFacts = Readonly<Record<string, unknown>>;

export interface Log {
  error(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  debug(message: string, facts?: LogFacts): void;
  /** A log whose every line carries these facts too: a request id, a module. */
  child(facts: LogFacts): Log;
}

export const silentLog: Log = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silentLog,
};
