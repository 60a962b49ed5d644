const colours: Record<string, number> = { error: 31, warn: 33, info: 36, debug: 90, trace: 90 };

/** One JSON line of the log for a person at a terminal: time, level, message, facts; stacks below. */
export function prettyLine(line: string): string {
  const { level, time, message, error, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const clock = String(time).slice(11, 23);
  const label = `\u001B[${colours[String(level)] ?? 0}m${String(level).padEnd(5)}\u001B[0m`;
  const rest = Object.entries(facts).map(([key, value]) => `${key}=${shown(value)}`);
  const head = [clock, label, oneLine(String(message ?? '')), ...rest].join(' ');
  return error === undefined ? `${head}\n` : `${head}\n${indented(stackOf(error))}\n`;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[\s"]/.test(text) ? JSON.stringify(text) : oneLine(text);
}

function stackOf(error: unknown): string {
  if (error === null || typeof error !== 'object') return String(error);
  const { stack, name, message, cause } = error as Record<string, unknown>;
  const own = String(stack ?? `${name}: ${message}`);
  return cause === undefined ? own : `${own}\ncaused by ${stackOf(cause)}`;
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${oneLine(line)}`)
    .join('\n');
}

/** Control characters in a message could move the cursor or forge a line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1));
}
