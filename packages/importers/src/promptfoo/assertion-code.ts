/** Assertions that are written as JavaScript here: it runs where people's code reaches nothing. */

/** Makes of what a function of promptfoo may give what an assertion here may give. */
const judged = (threshold: number | null) =>
  `const gave = await run(); const least = ${JSON.stringify(threshold)};
const bound = (score) => Math.min(1, Math.max(0, score));
if (typeof gave === 'number') return { pass: least === null ? gave > 0 : gave >= least, score: bound(gave), reason: 'The code says ' + gave + '.' };
if (typeof gave === 'object' && gave !== null && 'pass' in gave) {
  const score = typeof gave.score === 'number' ? gave.score : Number(Boolean(gave.pass));
  return { pass: Boolean(gave.pass) && (least === null || score >= least), score: bound(score), reason: String(gave.reason || '') };
}
return Boolean(gave);`;

/** What the code of promptfoo finds around itself, as far as it is known here. */
const around = (config: unknown) =>
  `const seen = { vars: values, prompt: '', test: { vars: values, description: '' }, config: ${JSON.stringify(config ?? {})}, providerResponse: {} };`;

/** Defines `run` by an expression, a function, or the body of one with `return`. */
function inlineRun(code: string): string {
  const trimmed = code.trim();
  const arrow =
    /^(?:async\s*)?(?:\([\w\s,{}]*\)|\w+)\s*=>/.test(trimmed) || /^(?:async\s+)?function\b/.test(trimmed);
  const isBody = /(?:^|[\s;{}])return\b/.test(trimmed) && !arrow;
  return arrow
    ? `const run = async () => (${trimmed.replace(/;\s*$/, '')})(output, seen);`
    : isBody
      ? `const run = async () => (async function (output, context) {\n${trimmed}\n})(output, seen);`
      : `const run = async () => (async function (output, context) { return (\n${trimmed.replace(/;\s*$/, '')}\n); })(output, seen);`;
}

export const inlineCode = (code: string, { threshold, config }: CodeFacts): string =>
  `${around(config)}\n${inlineRun(code)}\n${judged(threshold)}`;

/** Code as it was written in a configuration, or a file of it with the function that is meant. */
export type WrittenCode = { code: string } | { file: string; name: string | null };

/** What makes of an answer what is looked at: one after the other, each gets what the one before gave. */
export function transformCode(steps: readonly WrittenCode[]): string {
  const each = steps.map(
    (step) =>
      `async (output) => {\nconst vars = values;\n${'code' in step ? inlineRun(step.code) : fileRun(step.file, step.name)}\nreturn await run();\n}`,
  );
  return `${around({})}\nlet now = output;\nfor (const step of [\n${each.join(',\n')}\n]) now = await step(now);\nreturn now;`;
}

export interface CodeFacts {
  threshold: number | null;
  config: unknown;
}

/** Defines `run` by a file that exports a function, or several of which one is named. */
function fileRun(code: string, name: string | null): string {
  const plain = code
    .replace(/^\s*export\s+default\s+/m, 'module.exports = ')
    .replace(/^\s*export\s+(async\s+function|function)\s+(\w+)/gm, 'module.exports.$2 = $1 $2')
    .replace(/^\s*export\s+const\s+(\w+)\s*=/gm, 'module.exports.$1 =');
  return `const module = { exports: {} }; const exports = module.exports;
const console = { log() {}, warn() {}, error() {} };
${plain}
;const named = ${JSON.stringify(name)};
const found = named === null ? (typeof module.exports === 'function' ? module.exports : module.exports.default) : module.exports[named];
if (typeof found !== 'function') throw new Error('The file exports no function' + (named === null ? '.' : ' named ' + named + '.'));
const run = async () => found(output, seen);`;
}

export const fileCode = (code: string, name: string | null, { threshold, config }: CodeFacts): string =>
  `${around(config)}\n${fileRun(code, name)}\n${judged(threshold)}`;

export const wordCountCode = (least: number | null, most: number | null): string =>
  `const words = output.trim() === '' ? 0 : output.trim().split(/\\s+/).length;
return { pass: words >= ${least ?? 0} && words <= ${most ?? 'Infinity'}, reason: 'The answer has ' + words + ' words.' };`;

/** The distance, in one row of a table; answers longer than this are not compared. */
export const levenshteinCode = (wanted: string, most: number): string =>
  `const wanted = ${JSON.stringify(wanted)};
if (output.length > 5000 || wanted.length > 5000) throw new Error('The texts are too long to be compared letter by letter.');
let row = Array.from({ length: wanted.length + 1 }, (_, i) => i);
for (let i = 1; i <= output.length; i++) {
  const next = [i];
  for (let j = 1; j <= wanted.length; j++)
    next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (output[i - 1] === wanted[j - 1] ? 0 : 1));
  row = next;
}
const distance = row[wanted.length];
return { pass: distance <= ${most}, reason: 'The distance is ' + distance + '; at most ${most} is allowed.' };`;

/** The first JSON that stands anywhere in the answer; each beginning is tried once, and not many of them. */
const findJson = `const found = (() => {
  let tries = 0;
  for (let at = 0; at < output.length && tries < 200; at++) {
    if (output[at] !== '{' && output[at] !== '[') continue;
    tries += 1;
    let depth = 0, quoted = false;
    for (let to = at; to < output.length && to < at + 100000; to++) {
      const sign = output[to];
      if (quoted) { if (sign === '\\\\') to += 1; else if (sign === '"') quoted = false; continue; }
      if (sign === '"') quoted = true;
      else if (sign === '{' || sign === '[') depth += 1;
      else if (sign === '}' || sign === ']') {
        depth -= 1;
        if (depth > 0) continue;
        try { JSON.parse(output.slice(at, to + 1)); return output.slice(at, to + 1); } catch { break; }
      }
    }
  }
  return '';
})();`;

export const containsJsonCode = `${findJson}
return { pass: found !== '', reason: found ? 'The answer holds JSON.' : 'The answer holds no JSON.' };`;

/** Makes of an answer the first JSON in it, as text; none is the empty text. */
export const firstJsonCode = `${findJson}\nreturn found;`;

const refusal = [
  "i'm sorry",
  'i am sorry',
  'i cannot',
  "i can't",
  "i won't",
  'i am unable',
  "i'm unable",
  'i am not able',
  "i'm not able",
  'as an ai',
  'i must decline',
  'cannot assist',
  "can't assist",
  "can't help with",
  'cannot help with',
  'not appropriate',
];

export const refusalCode = `const said = output.toLowerCase().replaceAll('\u2019', "'").trim();
const isRefusal = said === '' || ${JSON.stringify(refusal)}.some((words) => said.includes(words));
return { pass: isRefusal, reason: isRefusal ? 'The answer refuses.' : 'The answer does not refuse.' };`;

/** Two signs of markup at least, so that “a < b” is none. */
export const containsHtmlCode = `const signs = [/<[a-z][\\w-]*(?:\\s[^<>]{0,500})?>/i, /<\\/[a-z][\\w-]*\\s*>/i, /&(?:#\\d+|[a-z]+);/i, /<!--/, /<!doctype/i, /<(?:br|hr|img|input)\\b/i];
const count = signs.filter((sign) => sign.test(output)).length;
return { pass: count >= 2, reason: count >= 2 ? 'The answer holds HTML.' : 'The answer holds no HTML.' };`;

/** Only elements, with a doctype or comments before them; a fragment counts as well. */
export const isHtmlCode = `const text = output.trim();
const pass = /^(?:<!doctype[^>]*>|<!--[^]*?-->|\\s)*<[a-z][\\w-]*(?:\\s[^<>]*)?>/i.test(text) && /(?:<\\/[a-z][\\w-]*\\s*>|<(?:br|hr|img|input|meta|link)\\b[^<>]*>|-->)$/i.test(text);
return { pass, reason: pass ? 'The answer is HTML.' : 'The answer is not HTML alone.' };`;

/** Whether opened elements are closed in their order; attributes, comments and declarations are passed over. */
export const xmlCode = (wanted: 'is' | 'contains', required: readonly string[]): string =>
  `const text = ${wanted === 'is' ? 'output.trim()' : "(output.match(/<([A-Za-z_][\\w.:-]*)(?:\\s[^<>]{0,500})?>[^]*<\\/\\1\\s*>/) || [''])[0]"};
const open = [], seen = new Set(); let roots = 0, fault = text.startsWith('<') ? '' : 'it does not begin with an element';
const tag = /<(?:!--[^]*?--|!\\[CDATA\\[[^]*?\\]\\]|[?!][^<>]*|(\\/?)([A-Za-z_][\\w.:-]*)((?:\\s+[\\w.:-]+\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(\\/?))>/g;
let done = 0;
for (let found = tag.exec(text); found && !fault; found = tag.exec(text)) {
  const between = text.slice(done, found.index); done = tag.lastIndex;
  if (between.includes('<') || (open.length === 0 && between.trim() !== '')) fault = 'text stands outside of its elements';
  const [, closes, name, , isEmpty] = found;
  if (name === undefined) continue;
  if (closes) { if (open.pop() !== name) fault = name + ' is closed and was not opened'; continue; }
  if (open.length === 0) roots += 1;
  seen.add([...open, name].join('.'));
  if (!isEmpty) open.push(name);
}
if (!fault && (open.length > 0 || roots !== 1 || text.slice(done).trim() !== '')) fault = open.length > 0 ? open.at(-1) + ' is not closed' : 'there is not one element around all';
const lacking = ${JSON.stringify(required)}.filter((path) => !seen.has(path));
const pass = !fault && lacking.length === 0;
return { pass, reason: pass ? 'The answer ${wanted === 'is' ? 'is' : 'holds'} XML.' : 'It is no XML as wanted: ' + (fault || 'it lacks ' + lacking.join(', ')) + '.' };`;
