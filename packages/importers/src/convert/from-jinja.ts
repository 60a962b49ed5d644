import { jinjaTags } from '../jinja/tags.ts';
import {
  type Block,
  branchBlock,
  closeAll,
  closeBlock,
  conditionTag,
  type Names,
  openBlock,
} from './blocks.ts';
import { type Draft, type Place, quote, readPath } from './draft.ts';

type State = { draft: Draft; blocks: Block[]; names: Names; raw: boolean };

/**
 * A subset of Jinja: output with `default`, conditions, loops, comments, `raw`, `include`, `block`, `set` of a
 * literal. Answers the reference of `extends`. Filters, macros and expressions have no counterpart and are told.
 */
export function fromJinja(source: string, draft: Draft): { parent: string | null } {
  const blocks: Block[] = [];
  const lists = new Set([...jinjaTags(source)].map(({ statement = '' }) => listOf(statement)));
  const toName = (path: string) => {
    const [first, ...rest] = path.split('.');
    for (const block of blocks.toReversed()) {
      if (block.item === first) return { name: rest.length === 0 ? '.' : rest.join('.'), isOwn: false };
    }
    return first === 'loop' ? undefined : { name: path, isOwn: true };
  };
  const state: State = { draft, blocks, names: { lists, toName }, raw: false };
  let done = 0;
  let parent: string | null = null;
  let cutNext = false;
  let readTo = draft.calculates ? 0 : Number.POSITIVE_INFINITY;
  for (const { index, whole, output, statement } of jinjaTags(source)) {
    const place = { from: index, to: index + whole.length };
    if (index < done) continue;
    if (state.raw && !/^\s*end(?:raw|verbatim)\s*$/.test(statement ?? '')) continue;
    let before = source.slice(done, place.from);
    if (cutNext) before = before.trimStart();
    if (whole[2] === '-') before = before.trimEnd();
    cutNext = whole.at(-3) === '-';
    draft.text(before);
    done = place.to;
    const opens = place.from >= readTo && /^\s*for\s/.test(statement ?? '');
    const loop = opens ? wholeLoop(source, place.from) : undefined;
    // Loops in one that says all say all; where one is never closed, no more ends are looked for.
    if (opens) readTo = loop === undefined ? Number.POSITIVE_INFINITY : place.from + loop.length;
    if (loop !== undefined && !saysAll(loop)) {
      writeCalculated(state, quoteTag(statement ?? ''), loop, place);
      done = place.from + loop.length;
      cutNext = loop.at(-3) === '-';
    } else if (output !== undefined) writeOutput(state, output, place);
    else if (statement !== undefined) parent = runStatement(state, statement.trim(), place) ?? parent;
  }
  draft.text(cutNext ? source.slice(done).trimStart() : source.slice(done));
  closeAll(draft, blocks);
  return { parent };
}

/** The list that a statement goes through; nothing where it is no loop. */
function listOf(statement: string): string {
  const words = statement.trim().split(/\s+/);
  const at = words[0] === 'for' ? words.indexOf('in', 2) : -1;
  return at === -1 ? '' : (/^[\w.]{1,200}/.exec(words[at + 1] ?? '')?.[0] ?? '');
}

const LITERAL = /^(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(true|false))$/i;

function readLiteral(text: string): string | undefined {
  const match = LITERAL.exec(text.trim());
  return match ? (match[1] ?? match[2] ?? match[3] ?? match[4]) : undefined;
}

/** A loop up to its end; undefined where it has none. */
function wholeLoop(source: string, from: number): string | undefined {
  let depth = 0;
  for (const { index, whole, statement = '' } of jinjaTags(source.slice(from))) {
    if (/^\s*for\s/.test(statement)) depth += 1;
    if (statement.trim() === 'endfor') depth -= 1;
    if (depth === 0) return source.slice(from, from + index + whole.length);
  }
  return undefined;
}

/** Whether a loop holds names alone: what is calculated of its items has another value in each turn. */
function saysAll(loop: string): boolean {
  const isName = (text: string) => {
    const path = readPath(text);
    return path !== undefined && !/^loop\b/.test(path);
  };
  return [...jinjaTags(loop)].every(({ output, statement }) => {
    if (output !== undefined) return isName(output);
    if (statement === undefined) return true;
    const [, word = '', rest = ''] = /^\s*(\w+)\s*(.*?)\s*$/s.exec(statement) ?? [];
    if (word === 'for') return /^\w+\s+in\s+[^\s|]+$/.test(rest) && isName(rest.replace(/^\w+\s+in\s+/, ''));
    return (word === 'if' && isName(rest)) || ['else', 'endif', 'endfor'].includes(word);
  });
}

const quoteTag = (statement: string) => statement.replaceAll(/\s+/g, ' ').trim();

/** Writes a variable in place of what is calculated for each set of values. */
function writeCalculated({ draft }: State, what: string, source: string, place: Place): void {
  const name = draft.nameFor(source.length > 200 ? what : source);
  draft.tag(name);
  draft.use(name, 'text', { description: `Was: ${quote(what)}` });
  draft.calculate({ name, as: 'text', source }, place);
}

function writeOutput(state: State, output: string, place: Place): void {
  const { draft, names } = state;
  const [head = '', ...filters] = output.split('|');
  const literal = readLiteral(head);
  if (literal !== undefined && filters.length === 0) {
    draft.text(literal);
    return;
  }
  const [, plain = head, other] = /^(.*?)\s+or\s+(\S.*)$/s.exec(head) ?? [];
  const path = readPath(plain);
  const found = path === undefined ? undefined : names.toName(path);
  const fallback = other === undefined ? undefined : readLiteral(other);
  const isKept = found && (other === undefined || fallback !== undefined) && filters.every(isDefault);
  if (!isKept && draft.calculates) {
    writeCalculated(state, output, `{{${output}}}`, place);
    return;
  }
  if (!found || (other !== undefined && fallback === undefined)) {
    const name = draft.nameFor(head);
    draft.tag(name);
    draft.use(name, 'text', { description: `Was: ${quote(head)}` });
    const message = `"${quote(head)}" becomes the variable "${name}", which has to be given.`;
    draft.report('warning', 'expression_as_variable', message, place);
    return;
  }
  draft.tag(found.name);
  if (found.isOwn) draft.use(found.name, 'text', fallback === undefined ? {} : optional(fallback));
  for (const filter of filters) {
    const value = defaultOf(filter);
    if (value !== undefined && found.isOwn) draft.use(found.name, 'text', optional(value));
    else {
      const message = `The filter "${quote(filter)}" of "${quote(plain)}" is lost.`;
      draft.report('warning', 'filter_dropped', message, place);
    }
  }
}

/** What a filter gives for what has no value, where it is one literal. */
function defaultOf(filter: string): string | undefined {
  const given = /^\s*(?:default|d)\s*\(\s*([^,)]*)/.exec(filter)?.[1];
  return given === undefined ? undefined : readLiteral(given);
}
const isDefault = (filter: string): boolean => defaultOf(filter) !== undefined;

const optional = (value: string) => ({ default: value, required: false });

/** Answers the reference of an `extends`. */
function runStatement(state: State, statement: string, place: Place): string | undefined {
  const { draft, blocks, names } = state;
  const [, word = '', rest = ''] = /^(\w+)\s*(.*)$/s.exec(statement) ?? [];
  const block = blocks.at(-1);
  switch (word) {
    case 'if':
      openBlock(draft, blocks, { kind: word, current: conditionTag(draft, rest, names, place), place });
      return undefined;
    case 'elif':
    case 'elseif':
      if (block?.kind === 'if') branchBlock(draft, block, conditionTag(draft, rest, names, place));
      return undefined;
    case 'else':
      if (block) branchBlock(draft, block);
      return undefined;
    case 'for':
      openLoop(state, rest, place);
      return undefined;
    case 'block':
      openBlock(draft, blocks, { kind: word, current: `$${rest.split(/\s/)[0]}`, place });
      return undefined;
    case 'endif':
    case 'endfor':
    case 'endblock':
      if (block?.kind === word.slice(3)) closeBlock(draft, blocks);
      else draft.report('error', 'stray_close', `{% ${word} %} closes nothing here.`, place);
      return undefined;
    case 'raw':
    case 'verbatim':
    case 'endraw':
    case 'endverbatim':
      state.raw = !word.startsWith('end');
      return undefined;
    case 'extends':
      return toReference(readLiteral(rest) ?? '');
    case 'include': {
      const reference = toReference(readLiteral(rest.split(/\s+(?:ignore|with|without)\s/)[0] ?? '') ?? '');
      if (reference === undefined) leaveOut(draft, statement, place);
      else draft.tag(`> ${reference}`);
      return undefined;
    }
    case 'set': {
      const [, name = '', value = ''] = /^([\w]+)\s*=\s*(.*)$/s.exec(rest) ?? [];
      const literal = readLiteral(value);
      if (name !== '' && literal === undefined && draft.calculates && blocks.length === 0) {
        draft.use(name, 'text');
        draft.calculate({ name, as: 'text', source: `{{${value}}}` }, place);
      } else if (name === '' || literal === undefined) leaveOut(draft, statement, place);
      else draft.use(name, 'text', optional(literal));
      return undefined;
    }
    default:
      leaveOut(draft, statement, place);
      return undefined;
  }
}

function openLoop({ draft, blocks, names }: State, rest: string, place: Place): void {
  const [, item = '', list = ''] = /^([\w]+)\s+in\s+([^\s|]+)\s*$/.exec(rest) ?? [];
  const path = readPath(list);
  const found = path === undefined ? undefined : names.toName(path);
  if (item === '' || !found) {
    const name = draft.nameFor(rest);
    const message = `The loop "${quote(rest)}" becomes one over the list "${name}", which has to be given.`;
    draft.report('warning', 'loop_as_list', message, place);
    draft.use(name, 'list', { description: `Was: for ${quote(rest)}` });
    openBlock(draft, blocks, { kind: 'for', current: `#${name}`, item: item || null, place });
    return;
  }
  if (found.isOwn) draft.use(found.name, 'list');
  openBlock(draft, blocks, { kind: 'for', current: `#${found.name}`, item, place });
}

/** `prompts/voice.j2` becomes `prompts/voice`. */
export function toReference(file: string): string | undefined {
  const path = file.replace(/^\.?\//, '').replace(/\.(?:j2|jinja2?|txt|md|html|prompt|hbs)$/, '');
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]{0,180}$/u.test(path) ? path : undefined;
}

function leaveOut(draft: Draft, statement: string, place: Place): void {
  const message = `{% ${quote(statement)} %} has no counterpart and is left out.`;
  draft.report('warning', 'left_out', message, place);
}
