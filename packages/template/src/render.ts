/**
 * Rendering. Works on its own stack of frames, so neither nesting nor self-including partials can
 * overflow the engine's; every expansion, iteration and character counts against a limit, and a reached
 * limit ends the rendering with a problem and the text so far. Values are written out and never parsed.
 */
import type {
  BlockNode,
  Delimiters,
  ParentNode,
  PartialNode,
  SectionNode,
  Template,
  TemplateNode,
} from './ast.ts';
import { isBlank } from './line-edges.ts';
import { type Context, isShown, lookUp, MISSING } from './lookup.ts';
import { parse } from './parse.ts';
import { printValue } from './print-value.ts';
import { createProblemList, type Problem, type ProblemList } from './problem.ts';

export type RenderLimits = {
  /** Partials and parents inside each other. */
  depth: number;
  /** UTF-16 units of output. */
  output: number;
  /** Partials and parents expanded in all. */
  partials: number;
  /** Items of lists rendered in all. */
  iterations: number;
  /** Nodes visited in all; bounds the time. */
  steps: number;
  /** UTF-16 units of partials parsed in all. */
  source: number;
};

export const DEFAULT_RENDER_LIMITS: RenderLimits = {
  depth: 32,
  output: 4_000_000,
  partials: 10_000,
  iterations: 100_000,
  steps: 2_000_000,
  source: 16_000_000,
};

export type PartialSource = { source: string; delimiters?: Delimiters | null };

export type RenderOptions = {
  /** Answers the text behind a reference, or undefined when there is none. An exception passes through. */
  partial?: ((reference: string) => PartialSource | undefined) | undefined;
  limits?: Partial<RenderLimits> | undefined;
  /** Applied to `{{name}}` but not to `{{{name}}}` and `{{&name}}`. Left out: values stand as they are. */
  escape?: ((text: string) => string) | undefined;
};

/** `spent` counts what this rendering took of each limit, `depth` aside, to pass the rest to the next one. */
export type RenderResult = {
  text: string;
  problems: Problem[];
  spent: Omit<RenderLimits, 'depth'>;
};

type Overrides = ReadonlyMap<string, { template: Template; block: BlockNode }>;

type Frame = {
  template: Template;
  nodes: readonly TemplateNode[];
  index: number;
  context: Context | undefined;
  /** Set at each line start of this frame's text, after `dedent` characters of whitespace are cut. */
  indent: string;
  dedent: number;
  /** The first line start of the frame stands after text of the line already and gets no indentation. */
  skipFirst: boolean;
  overrides: Overrides;
  /** References being expanded, innermost first. */
  trail: Trail | undefined;
  /** Set for a section over a list. */
  items: readonly unknown[] | undefined;
  item: number;
};

type Trail = { reference: string; depth: number; outer: Trail | undefined; from: number; to: number };

type Run = {
  root: Template;
  options: RenderOptions;
  limits: RenderLimits;
  frames: Frame[];
  out: string;
  size: number;
  partials: number;
  iterations: number;
  steps: number;
  sourceSize: number;
  parsed: Map<string, Template | undefined>;
  problems: ProblemList;
  reported: Set<string>;
  stopped: boolean;
};

/**
 * Renders a parsed template with values. The problems are those of rendering only, positioned in the
 * root template (a fault inside a partial at the tag that brought it in): `variable.missing` (warning: no
 * value under this name), `variable.unprintable`, `partial.unknown`, `partial.cycle`, `partial.invalid`,
 * and `limit.depth`, `limit.output`, `limit.partials`, `limit.iterations`, `limit.steps`, `limit.source`.
 */
export function renderTemplate(
  template: Template,
  values: unknown,
  options: RenderOptions = {},
): RenderResult {
  const run: Run = {
    root: template,
    options,
    limits: { ...DEFAULT_RENDER_LIMITS, ...options.limits },
    frames: [],
    out: '',
    size: 0,
    partials: 0,
    iterations: 0,
    steps: 0,
    sourceSize: 0,
    parsed: new Map(),
    problems: createProblemList(template.source),
    reported: new Set(),
    stopped: false,
  };
  run.frames.push({
    template,
    nodes: template.nodes,
    index: 0,
    context: { value: values, outer: undefined },
    indent: '',
    dedent: 0,
    skipFirst: false,
    overrides: new Map(),
    trail: undefined,
    items: undefined,
    item: 0,
  });
  while (!run.stopped) {
    const frame = run.frames[run.frames.length - 1];
    if (!frame) break;
    const node = frame.nodes[frame.index];
    if (node) {
      frame.index += 1;
      visit(run, frame, node);
    } else if (!startNextItem(run, frame)) {
      run.frames.pop();
    }
  }
  const spent = {
    output: run.size,
    partials: run.partials,
    iterations: run.iterations,
    steps: run.steps,
    source: run.sourceSize,
  };
  return { text: run.out, problems: run.problems.list(), spent };
}

function startNextItem(run: Run, frame: Frame): boolean {
  if (!frame.items || frame.item + 1 >= frame.items.length) return false;
  frame.item += 1;
  frame.index = 0;
  frame.context = { value: frame.items[frame.item], outer: frame.context?.outer };
  run.iterations += 1;
  if (run.iterations > run.limits.iterations) {
    stop(
      run,
      'iterations',
      `Sections repeat more than ${run.limits.iterations} times.`,
      frame,
      frame.nodes[0],
    );
  }
  return true;
}

function visit(run: Run, frame: Frame, node: TemplateNode): void {
  run.steps += 1;
  if (run.steps > run.limits.steps) {
    stop(run, 'steps', `Rendering takes more than ${run.limits.steps} steps.`, frame, node);
    return;
  }
  switch (node.kind) {
    case 'text':
      writeText(run, frame, node.from, node.to, node.atLineStart);
      return;
    case 'variable': {
      const value = lookUp(frame.context, node.path);
      if (value === MISSING) {
        reportMissing(run, frame, node.name, node);
        return;
      }
      const text = typeof value === 'string' ? value : printValue(value);
      if (text === undefined) {
        const message = `The value of "${node.name}" cannot be written as text.`;
        report(run, frame, node, 'error', 'variable.unprintable', message, node.name);
      } else {
        write(run, frame, node, node.raw || !run.options.escape ? text : run.options.escape(text));
      }
      return;
    }
    case 'section':
      enterSection(run, frame, node);
      return;
    case 'block':
      enterBlock(run, frame, node);
      return;
    default:
      expand(run, frame, node);
  }
}

function enterSection(run: Run, frame: Frame, node: SectionNode): void {
  const value = lookUp(frame.context, node.path);
  const shown = value !== MISSING && isShown(value);
  if (shown === node.inverted) return;
  const items = !node.inverted && Array.isArray(value) ? value : undefined;
  const inner = items ? items[0] : value;
  const context = node.inverted ? frame.context : { value: inner, outer: frame.context };
  enter(run, frame, node.children, context, items);
}

/** Goes into nodes of the same text. Written out, since this is done for each section of each item. */
function enter(
  run: Run,
  frame: Frame,
  nodes: readonly TemplateNode[],
  context: Context | undefined,
  items: readonly unknown[] | undefined,
): void {
  const { template, indent, dedent, overrides, trail } = frame;
  run.frames.push({
    template,
    nodes,
    index: 0,
    context,
    indent,
    dedent,
    skipFirst: false,
    overrides,
    trail,
    items,
    item: 0,
  });
}

function enterBlock(run: Run, frame: Frame, node: BlockNode): void {
  const override = frame.overrides.get(node.name);
  if (!override) {
    enter(run, frame, node.children, frame.context, undefined);
    return;
  }
  // Without the block's own name, a replacement that contains the block shows the block's default.
  const overrides = new Map(frame.overrides);
  overrides.delete(node.name);
  const written = node.standalone ? (node.inner ?? node.indentation) : node.indentation;
  run.frames.push({
    ...frame,
    template: override.template,
    nodes: override.block.children,
    index: 0,
    indent: frame.indent + written.slice(frame.dedent),
    dedent: override.block.standalone ? (override.block.inner ?? '').length : 0,
    skipFirst: !node.standalone && override.block.standalone,
    overrides,
    items: undefined,
    item: 0,
  });
}

function expand(run: Run, frame: Frame, node: PartialNode | ParentNode): void {
  const reference = findReference(frame, node);
  if (reference === undefined) {
    reportMissing(run, frame, node.reference, node);
    return;
  }
  const depth = (frame.trail?.depth ?? 0) + 1;
  run.partials += 1;
  if (run.partials > run.limits.partials) {
    stop(run, 'partials', `More than ${run.limits.partials} prompts are included.`, frame, node);
    return;
  }
  if (depth > run.limits.depth) {
    if (contains(frame.trail, reference)) {
      const message = `"${reference}" includes itself without end.`;
      report(run, frame, node, 'error', 'partial.cycle', message, reference);
      run.stopped = true;
    } else {
      stop(run, 'depth', `Prompts include each other deeper than ${run.limits.depth} levels.`, frame, node);
    }
    return;
  }
  const template = resolve(run, frame, node, reference);
  if (!template) return;
  const overrides = node.kind === 'parent' ? mergeBlocks(frame, node) : frame.overrides;
  const origin = findOrigin(run, frame, node);
  run.frames.push({
    template,
    nodes: template.nodes,
    index: 0,
    context: frame.context,
    indent: node.standalone ? frame.indent + node.indentation.slice(frame.dedent) : '',
    dedent: 0,
    skipFirst: false,
    overrides,
    trail: { reference, depth, outer: frame.trail, from: origin.from, to: origin.to },
    items: undefined,
    item: 0,
  });
}

function findReference(frame: Frame, node: PartialNode | ParentNode): string | undefined {
  if (!node.dynamic) return node.reference;
  const value = lookUp(frame.context, node.reference === '.' ? [] : node.reference.split('.'));
  const text = value === MISSING ? undefined : printValue(value);
  return text === '' ? undefined : text;
}

function mergeBlocks(frame: Frame, node: ParentNode): Overrides {
  const merged = new Map(node.blocks.map((block) => [block.name, { template: frame.template, block }]));
  // What an outer template replaces wins over what this one replaces.
  for (const [name, override] of frame.overrides) merged.set(name, override);
  return merged;
}

function resolve(run: Run, frame: Frame, node: TemplateNode, reference: string): Template | undefined {
  if (!run.parsed.has(reference)) {
    const found = run.options.partial?.(reference);
    run.sourceSize += found?.source.length ?? 0;
    if (run.sourceSize > run.limits.source) {
      stop(
        run,
        'source',
        `The included prompts are larger than ${run.limits.source} characters.`,
        frame,
        node,
      );
      return undefined;
    }
    run.parsed.set(reference, found && parse(found.source, { delimiters: found.delimiters ?? null }));
  }
  const template = run.parsed.get(reference);
  if (!template) {
    const message = `There is no prompt "${reference}".`;
    report(run, frame, node, 'error', 'partial.unknown', message, reference);
  } else if (template.problems.some((problem) => problem.severity === 'error')) {
    const message = `"${reference}" has faults of its own: ${template.problems.find((problem) => problem.severity === 'error')?.message}`;
    report(run, frame, node, 'error', 'partial.invalid', message, reference);
  }
  return template;
}

function contains(trail: Trail | undefined, reference: string): boolean {
  for (let step = trail; step; step = step.outer) if (step.reference === reference) return true;
  return false;
}

/** Writes template text; only template text is indented, a value's own lines stay as they are. */
function writeText(run: Run, frame: Frame, from: number, to: number, atLineStart: boolean): void {
  const { source } = frame.template;
  if (frame.indent === '' && frame.dedent === 0) {
    write(run, frame, { from, to }, source.slice(from, to));
    return;
  }
  let at = from;
  let startsLine = atLineStart;
  while (!run.stopped) {
    if (startsLine) at = writeLineStart(run, frame, at, to, from === to);
    const lineEnd = source.indexOf('\n', at);
    if (lineEnd === -1 || lineEnd + 1 >= to) break;
    write(run, frame, { from, to }, source.slice(at, lineEnd + 1));
    at = lineEnd + 1;
    startsLine = true;
  }
  write(run, frame, { from, to }, source.slice(at, to));
}

/** Writes the indentation of a line and answers where its text goes on. Blank lines get none. */
function writeLineStart(run: Run, frame: Frame, from: number, to: number, beforeTag: boolean): number {
  const { source } = frame.template;
  let at = from;
  while (at < to && at - from < frame.dedent && isBlank(source.charCodeAt(at))) at += 1;
  const skip = frame.skipFirst;
  frame.skipFirst = false;
  const code = source.charCodeAt(at);
  const blank = !beforeTag && (code === 10 || code === 13);
  if (!skip && !blank) write(run, frame, { from, to }, frame.indent);
  return at;
}

function write(run: Run, frame: Frame, node: { from: number; to: number }, text: string): void {
  if (text === '') return;
  const room = run.limits.output - run.size;
  if (text.length > room) {
    run.out += text.slice(0, room).toWellFormed();
    run.size = run.limits.output;
    stop(run, 'output', `The text grows over ${run.limits.output} characters.`, frame, node);
    return;
  }
  run.size += text.length;
  run.out += text;
}

function stop(
  run: Run,
  limit: keyof RenderLimits,
  message: string,
  frame: Frame,
  node: { from: number; to: number } | undefined,
): void {
  report(run, frame, node ?? { from: 0, to: 0 }, 'error', `limit.${limit}`, message);
  run.stopped = true;
}

function reportMissing(run: Run, frame: Frame, name: string, node: { from: number; to: number }): void {
  const message = `"${name}" has no value.`;
  report(run, frame, node, 'warning', 'variable.missing', message, name);
}

function report(
  run: Run,
  frame: Frame,
  node: { from: number; to: number },
  severity: Problem['severity'],
  code: string,
  message: string,
  subject?: string,
): void {
  const { from, to } = findOrigin(run, frame, node);
  const key = `${code}\n${subject ?? ''}\n${from}`;
  if (run.reported.has(key)) return;
  run.reported.add(key);
  run.problems.add({ severity, code, message, from, to, ...(subject === undefined ? {} : { subject }) });
}

function findOrigin(
  run: Run,
  frame: Frame,
  node: { from: number; to: number },
): { from: number; to: number } {
  if (frame.template === run.root || !frame.trail) return { from: node.from, to: node.to };
  return { from: frame.trail.from, to: frame.trail.to };
}
