/**
 * The one parser of the template language: Mustache with inheritance and dynamic names, without lambdas.
 * It reads the source once, keeps open sections on its own stack (no recursion), and answers every fault
 * with a problem; what is not a valid tag stays in the text as it was written.
 */
import {
  type BlockNode,
  DEFAULT_DELIMITERS,
  type Delimiters,
  type ParentNode,
  type SectionNode,
  type Tag,
  type TagKind,
  type Template,
  type TemplateNode,
} from './ast.ts';
import { findBlankLineEnd, findBlankLineStart, findInnerIndentation, isLineStart } from './line-edges.ts';
import { createProblemList, type ProblemList } from './problem.ts';

export type ParseOptions = {
  /** Delimiters at the start of the source; `{{` and `}}` when left out. */
  delimiters?: Delimiters | null;
  /** How deep sections, blocks and parents may be nested; 100 when left out. */
  nesting?: number;
};

export const DEFAULT_NESTING_LIMIT = 100;

type Open = {
  node: SectionNode | BlockNode | ParentNode;
  name: string;
  siblings: TemplateNode[];
  children: TemplateNode[];
  /** Blank start of a parent's line, kept out of the text until its end shows whether it is standalone. */
  heldFrom: number | undefined;
};

type State = {
  source: string;
  open: string;
  close: string;
  nesting: number;
  /** Offset up to which the source is in nodes. */
  done: number;
  nodes: TemplateNode[];
  stack: Open[];
  tags: Tag[];
  problems: ProblemList;
  found: Map<string, { from: number; at: number }>;
  /** Names are written many times; their paths are made once. */
  paths: Map<string, string[]>;
};

type ReadTag = { kind: TagKind; from: number; to: number; name: string; nameFrom: number; nameTo: number };

/**
 * Parses a template. Never throws; time grows linearly with the source. Faults are in `problems` with
 * the codes `template.unclosed_tag`, `empty_tag`, `odd_name`, `bad_delimiters`, `unclosed_section`,
 * `stray_close`, `mismatched_close` and `too_deep`.
 */
export function parse(source: string, options: ParseOptions = {}): Template {
  const state = begin(source, options);
  const { nodes } = state;
  const delimiters = options.delimiters ?? DEFAULT_DELIMITERS;
  const complete = placeAll(state);
  pushText(state, source.length);
  for (let open = state.stack.pop(); open; open = state.stack.pop()) {
    if (complete) reportUnclosed(state, open);
    finish(state, open, source.length, source.length);
  }
  return { source, delimiters, nodes, tags: state.tags, problems: state.problems.list() };
}

/** What is in force at the end of a text: the delimiters, and the sections, blocks and parents still open. */
export type ParseState = {
  delimiters: Delimiters;
  /** Outermost first; `name` as it has to stand in the closing tag. */
  open: { kind: 'section' | 'inverted' | 'block' | 'parent'; name: string; from: number }[];
  /** End of the last complete tag, 0 before the first. */
  lastTagTo: number;
};

/** What is in force at the end of `source`, for whoever types there. */
export function parseState(source: string, options: ParseOptions = {}): ParseState {
  const state = begin(source, options);
  placeAll(state);
  const lastTag = state.tags.findLast(({ kind, nameTo, to }) => kind !== 'error' || nameTo < to);
  return {
    delimiters: [state.open, state.close],
    open: state.stack.map(({ node, name }) => ({
      kind: node.kind === 'section' && node.inverted ? 'inverted' : node.kind,
      name,
      from: node.from,
    })),
    lastTagTo: lastTag?.to ?? 0,
  };
}

function begin(source: string, options: ParseOptions): State {
  const [open, close] = options.delimiters ?? DEFAULT_DELIMITERS;
  return {
    source,
    open,
    close,
    nesting: options.nesting ?? DEFAULT_NESTING_LIMIT,
    done: 0,
    nodes: [],
    stack: [],
    tags: [],
    problems: createProblemList(source),
    found: new Map(),
    paths: new Map(),
  };
}

/** Places every tag; with an empty delimiter there are none. */
function placeAll(state: State): boolean {
  return state.open === '' || state.close === '' || placeTags(state);
}

/** Reads and places every tag; answers false when the nesting limit ended the work early. */
function placeTags(state: State): boolean {
  let at = 0;
  while (at < state.source.length) {
    const from = find(state, state.open, at);
    if (from === Number.POSITIVE_INFINITY) return true;
    const tag = readTag(state, from);
    if (tag && !place(state, tag)) return false;
    at = tag ? tag.to : from + state.open.length;
    if (!tag && find(state, state.close, at) === Number.POSITIVE_INFINITY) return true;
  }
  return true;
}

/** `indexOf` that remembers its last answer, so that many unclosed tags do not search the rest each. */
function find(state: State, needle: string, from: number): number {
  const known = state.found.get(needle);
  if (known && known.from <= from && from <= known.at) return known.at;
  const index = state.source.indexOf(needle, from);
  const at = index === -1 ? Number.POSITIVE_INFINITY : index;
  state.found.set(needle, { from, at });
  return at;
}

const SIGNS: Record<string, TagKind> = {
  '#': 'section',
  '^': 'inverted',
  '/': 'close',
  '>': 'partial',
  '<': 'parent',
  $: 'block',
  '!': 'comment',
  '=': 'delimiter',
  '&': 'raw',
  '{': 'raw',
};

function readTag(state: State, from: number): ReadTag | undefined {
  const { source, open, close } = state;
  const afterOpen = from + open.length;
  const sign = source.charAt(afterOpen);
  const kind = SIGNS[sign] ?? 'variable';
  const contentFrom = kind === 'variable' ? afterOpen : afterOpen + 1;
  const ending = sign === '{' ? `}${close}` : sign === '=' ? `=${close}` : close;
  const end = find(state, ending, contentFrom);
  const cut = kind !== 'comment' && kind !== 'delimiter' && find(state, open, contentFrom) < end;
  if (end === Number.POSITIVE_INFINITY || cut) {
    const message = `This tag has no closing ${ending}.`;
    addFault(state, 'template.unclosed_tag', message, from, contentFrom);
    return undefined;
  }
  const content = source.slice(contentFrom, end);
  const name = content.trim();
  const nameFrom = contentFrom + content.length - content.trimStart().length;
  const tag = { kind, from, to: end + ending.length, name, nameFrom, nameTo: nameFrom + name.length };
  if (name === '' && kind !== 'comment') {
    state.problems.add({
      severity: 'warning',
      code: 'template.empty_tag',
      message: 'This tag has no name and stays in the text.',
      from,
      to: tag.to,
    });
    state.tags.push({ ...tag, kind: 'error' });
    return { ...tag, kind: 'error' };
  }
  return tag;
}

/** Puts a tag into the tree. Answers false when parsing has to stop. */
function place(state: State, tag: ReadTag): boolean {
  switch (tag.kind) {
    case 'error':
      return true;
    case 'variable':
    case 'raw':
      return placeVariable(state, tag);
    case 'comment':
      addTag(state, tag);
      takeLine(state, tag);
      return true;
    case 'delimiter':
      return placeDelimiters(state, tag);
    case 'partial':
      return placePartial(state, tag);
    case 'close':
      return placeClose(state, tag);
    default:
      return placeOpen(state, tag, tag.kind);
  }
}

function placeVariable(state: State, tag: ReadTag): boolean {
  addTag(state, tag);
  checkName(state, tag);
  pushText(state, tag.from, true);
  state.nodes.push({
    kind: 'variable',
    from: tag.from,
    to: tag.to,
    name: tag.name,
    path: toPath(state, tag.name),
    raw: tag.kind === 'raw',
  });
  state.done = tag.to;
  return true;
}

function placeDelimiters(state: State, tag: ReadTag): boolean {
  const parts = tag.name.split(/\s+/, 3);
  const [open, close] = parts;
  if (parts.length !== 2 || !open || !close || tag.name.includes('=')) {
    const message = 'A change of delimiters looks like {{=<% %>=}}: two signs, a space between them.';
    addFault(state, 'template.bad_delimiters', message, tag.from, tag.to);
    return true;
  }
  addTag(state, tag);
  takeLine(state, tag);
  state.open = open;
  state.close = close;
  return true;
}

function placePartial(state: State, tag: ReadTag): boolean {
  addTag(state, tag);
  const start = findBlankLineStart(state.source, tag.from);
  const standalone = takeLine(state, tag);
  const indentation = standalone && start !== undefined ? state.source.slice(start, tag.from) : '';
  state.nodes.push({
    kind: 'partial',
    from: tag.from,
    to: tag.to,
    ...toReference(tag),
    indentation,
    standalone,
  });
  return true;
}

function placeOpen(state: State, tag: ReadTag, kind: TagKind): boolean {
  if (state.stack.length >= state.nesting) {
    const message = `Sections are nested deeper than ${state.nesting} levels; the rest is left as text.`;
    addFault(state, 'template.too_deep', message, tag.from, tag.to);
    return false;
  }
  addTag(state, tag);
  if (kind === 'parent') openParent(state, tag);
  else if (kind === 'block') openBlock(state, tag);
  else openSection(state, tag);
  return true;
}

function openSection(state: State, tag: ReadTag): void {
  checkName(state, tag);
  takeLine(state, tag);
  const { from, to, name } = tag;
  const children: TemplateNode[] = [];
  const inverted = tag.kind === 'inverted';
  descend(state, {
    node: {
      kind: 'section',
      inverted,
      name,
      path: toPath(state, name),
      from,
      openTo: to,
      closeFrom: to,
      to,
      children,
    },
    name,
    children,
  });
}

function openBlock(state: State, tag: ReadTag): void {
  const { from, to, name } = tag;
  const { source } = state;
  const start = findBlankLineStart(source, from);
  const end = findBlankLineEnd(source, to);
  // Text of a parent is ignored, so a block in it counts as first on its line.
  const first = start !== undefined || state.stack.at(-1)?.node.kind === 'parent';
  const standalone = first && end !== undefined && end > to;
  if (standalone) {
    pushText(state, start ?? from);
    state.done = end;
  } else {
    pushText(state, from, true);
    state.done = to;
  }
  const children: TemplateNode[] = [];
  const indentation = start === undefined ? '' : source.slice(start, from);
  descend(state, {
    node: {
      kind: 'block',
      name,
      from,
      openTo: to,
      closeFrom: to,
      to,
      children,
      standalone,
      indentation,
      inner: undefined,
    },
    name,
    children,
  });
}

function openParent(state: State, tag: ReadTag): void {
  const start = findBlankLineStart(state.source, tag.from);
  const heldFrom = start !== undefined && start >= state.done ? start : undefined;
  pushText(state, heldFrom ?? tag.from);
  state.done = tag.to;
  const { from, to } = tag;
  descend(state, {
    node: {
      kind: 'parent',
      from,
      openTo: to,
      closeFrom: to,
      to,
      ...toReference(tag),
      indentation: '',
      standalone: false,
      blocks: [],
    },
    name: tag.name,
    children: [],
    heldFrom,
  });
}

function descend(state: State, open: Omit<Open, 'siblings' | 'heldFrom'> & { heldFrom?: number }): void {
  state.nodes.push(open.node);
  state.stack.push({ heldFrom: undefined, ...open, siblings: state.nodes });
  state.nodes = open.children;
}

function placeClose(state: State, tag: ReadTag): boolean {
  let depth = state.stack.length - 1;
  while (depth >= 0 && state.stack[depth]?.name !== tag.name) depth -= 1;
  if (depth < 0) {
    const inner = state.stack.at(-1);
    if (inner) {
      const message = `{{/${tag.name}}} closes nothing here: the open section is "${inner.name}".`;
      addFault(state, 'template.mismatched_close', message, tag.from, tag.to);
    } else {
      const message = `{{/${tag.name}}} closes a section that was never opened.`;
      addFault(state, 'template.stray_close', message, tag.from, tag.to);
    }
    return true;
  }
  addTag(state, tag);
  while (state.stack.length - 1 > depth) {
    const left = state.stack.pop() as Open;
    reportUnclosed(state, left);
    pushText(state, tag.from);
    finish(state, left, tag.from, tag.from);
  }
  const open = state.stack.pop() as Open;
  if (open.node.kind === 'parent') {
    pushText(state, tag.from);
    state.done = tag.to;
    closeParent(state, open.node, open.heldFrom, open.siblings, tag);
  } else {
    takeLine(state, tag, open.node.kind === 'section');
  }
  finish(state, open, tag.from, tag.to);
  return true;
}

function closeParent(
  state: State,
  node: ParentNode,
  heldFrom: number | undefined,
  siblings: TemplateNode[],
  tag: ReadTag,
): void {
  if (heldFrom === undefined) return;
  const end = findBlankLineEnd(state.source, tag.to);
  if (end !== undefined) {
    node.standalone = true;
    node.indentation = state.source.slice(heldFrom, node.from);
    state.done = end;
  } else {
    siblings.splice(-1, 0, { kind: 'text', from: heldFrom, to: node.from, atLineStart: true });
  }
}

function finish(state: State, open: Open, closeFrom: number, to: number): void {
  const { node } = open;
  node.closeFrom = closeFrom;
  node.to = to;
  if (node.kind === 'parent') node.blocks = open.children.filter((child) => child.kind === 'block');
  if (node.kind === 'block' && node.standalone) {
    const contentFrom = findBlankLineEnd(state.source, node.openTo) ?? node.openTo;
    node.inner = findInnerIndentation(state.source, contentFrom, closeFrom);
  }
  state.nodes = open.siblings;
}

/** Pushes the text before a tag and passes over the tag, or over its whole line when it is standalone. */
function takeLine(state: State, tag: ReadTag, keepLineStart = true): boolean {
  const start = findBlankLineStart(state.source, tag.from);
  const end = start === undefined ? undefined : findBlankLineEnd(state.source, tag.to);
  if (start === undefined || end === undefined) {
    pushText(state, tag.from, keepLineStart);
    state.done = tag.to;
    return false;
  }
  pushText(state, start);
  state.done = end;
  return true;
}

/**
 * Pushes the text up to `to`. With `keepLineStart` a tag that begins a line gets an empty text before it,
 * so that a partial rendered with indentation knows where to put it.
 */
function pushText(state: State, to: number, keepLineStart = false): void {
  const from = state.done;
  if (to > from) {
    state.nodes.push({ kind: 'text', from, to, atLineStart: isLineStart(state.source, from) });
    state.done = to;
  }
  if (keepLineStart && to === state.done && isLineStart(state.source, to)) {
    state.nodes.push({ kind: 'text', from: to, to, atLineStart: true });
  }
}

function toPath({ paths }: State, name: string): string[] {
  const known = paths.get(name);
  if (known) return known;
  const path = name === '.' ? [] : name.split('.');
  paths.set(name, path);
  return path;
}

function toReference(tag: ReadTag): { reference: string; dynamic: boolean } {
  if (!tag.name.startsWith('*')) return { reference: tag.name, dynamic: false };
  return { reference: tag.name.slice(1).trim(), dynamic: true };
}

const NAME = /^(?:\.|[\p{L}\p{N}_@$-]+(?:\.[\p{L}\p{N}_@$-]+)*)$/u;

/** Whether a name may be written in a tag without a problem. */
export function isVariableName(name: string): boolean {
  return NAME.test(name);
}

function checkName(state: State, tag: ReadTag): void {
  if (NAME.test(tag.name)) return;
  state.problems.add({
    severity: 'warning',
    code: 'template.odd_name',
    message: `"${shorten(tag.name)}" is taken as the name of a variable; names are letters, digits, _ and -, joined by dots.`,
    subject: shorten(tag.name),
    from: tag.nameFrom,
    to: tag.nameTo,
  });
}

function reportUnclosed(state: State, open: Open): void {
  const message = `"${shorten(open.name)}" is opened here and never closed.`;
  const { from, openTo } = open.node;
  state.problems.add({
    severity: 'error',
    code: 'template.unclosed_section',
    message,
    subject: shorten(open.name),
    from,
    to: openTo,
  });
}

function addFault(state: State, code: string, message: string, from: number, to: number): void {
  state.problems.add({ severity: 'error', code, message, from, to });
  state.tags.push({ kind: 'error', from, to, nameFrom: from, nameTo: to });
}

function addTag(state: State, tag: ReadTag): void {
  const { kind, from, to, nameFrom, nameTo } = tag;
  state.tags.push({ kind, from, to, nameFrom, nameTo });
}

function shorten(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}
