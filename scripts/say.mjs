import { styleText } from 'node:util';

/**
 * One voice for all scripts: short lines on stderr, so that stdout stays with the child.
 * Node's styleText follows NO_COLOR and terminals by itself only in newer versions, hence the check.
 */
const coloured = Boolean(process.stderr.isTTY) && !process.env.NO_COLOR;
const paint = (style, text) => (coloured ? styleText(style, text) : text);

export const say = (text) => process.stderr.write(`${paint('dim', '›')} ${text}\n`);
export const sayGood = (text) => process.stderr.write(`${paint('green', '✓')} ${text}\n`);
export const sayBad = (text) => process.stderr.write(`${paint('red', '✗')} ${text}\n`);

/** A failure whose message is meant for the person at the terminal: printed without a stack. */
export class ScriptError extends Error {}

/** Seconds since `from`, for people: "1.4 s". */
export const since = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;
