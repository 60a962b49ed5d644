/**
 * A parsed template. All `from`/`to` are UTF-16 offsets into `source`, `to` exclusive; `createLocator`
 * turns them into lines and columns. `nodes` is what renders: whitespace of standalone lines is already
 * taken out of the text nodes, comments and delimiter changes leave nothing. `tags` lists every tag in
 * the order of the source, for highlighting and navigation.
 */
import type { Problem } from './problem.ts';

export type Delimiters = readonly [open: string, close: string];
export const DEFAULT_DELIMITERS: Delimiters = ['{{', '}}'];

/** Text as it stands. `atLineStart`: its first character begins a line, so indentation goes before it. */
export type TextNode = { kind: 'text'; from: number; to: number; atLineStart: boolean };

/** `name` as written; `path` its segments, empty for `.`. `raw`: never escaped. */
export type VariableNode = {
  kind: 'variable';
  from: number;
  to: number;
  name: string;
  path: string[];
  raw: boolean;
};

/** `from`…`openTo` is the opening tag, `closeFrom`…`to` the closing one. */
export type SectionNode = {
  kind: 'section';
  inverted: boolean;
  name: string;
  path: string[];
  from: number;
  openTo: number;
  closeFrom: number;
  to: number;
  children: TemplateNode[];
};

/** `dynamic`: the reference is the value of the variable `reference`. `indentation`: of a standalone tag. */
export type PartialNode = {
  kind: 'partial';
  from: number;
  to: number;
  reference: string;
  dynamic: boolean;
  indentation: string;
  standalone: boolean;
};

/** A partial whose blocks are replaced by `blocks`. */
export type ParentNode = Omit<PartialNode, 'kind'> & {
  kind: 'parent';
  openTo: number;
  closeFrom: number;
  blocks: BlockNode[];
};

/**
 * A replaceable passage. `indentation` is the whitespace before the tag when nothing else is before it on
 * its line; `inner` that of the first non-blank line of a standalone block's content, if it has one.
 */
export type BlockNode = {
  kind: 'block';
  name: string;
  from: number;
  openTo: number;
  closeFrom: number;
  to: number;
  children: TemplateNode[];
  standalone: boolean;
  indentation: string;
  inner: string | undefined;
};

export type TemplateNode = TextNode | VariableNode | SectionNode | PartialNode | ParentNode | BlockNode;

export type TagKind =
  | 'variable'
  | 'raw'
  | 'section'
  | 'inverted'
  | 'close'
  | 'partial'
  | 'parent'
  | 'block'
  | 'comment'
  | 'delimiter'
  | 'error';

/** One tag of the source; `nameFrom`…`nameTo` is its trimmed content without the sign. */
export type Tag = { kind: TagKind; from: number; to: number; nameFrom: number; nameTo: number };

export type Template = {
  source: string;
  delimiters: Delimiters;
  nodes: TemplateNode[];
  tags: Tag[];
  problems: Problem[];
};
