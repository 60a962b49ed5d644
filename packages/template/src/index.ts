export {
  type BlockNode,
  DEFAULT_DELIMITERS,
  type Delimiters,
  type ParentNode,
  type PartialNode,
  type SectionNode,
  type Tag,
  type TagKind,
  type Template,
  type TemplateNode,
  type TextNode,
  type VariableNode,
} from './ast.ts';
export { type CursorContext, findCursorContext } from './cursor-context.ts';
export { type DetectedReference, detectReferences, isFloating } from './detect-references.ts';
export {
  type DetectedVariable,
  detectVariables,
  type VariableKind,
  type VariableUse,
} from './detect-variables.ts';
export { type DollarConversion, type DollarVariable, fromDollar } from './from-dollar.ts';
export { highlight } from './highlight.ts';
export { listNames, type NamePlace } from './list-names.ts';
export type { Values } from './lookup.ts';
export { type OutlineEntry, outlineTemplate } from './outline-template.ts';
export {
  DEFAULT_NESTING_LIMIT,
  isVariableName,
  type ParseOptions,
  type ParseState,
  parse,
  parseState,
} from './parse.ts';
export { createLocator, type Position } from './position.ts';
export { escapeHtml, printValue } from './print-value.ts';
export { createProblemList, type Problem, type ProblemList, type Severity } from './problem.ts';
export {
  DEFAULT_RENDER_LIMITS,
  type PartialSource,
  type RenderLimits,
  type RenderOptions,
  type RenderResult,
  renderTemplate,
} from './render.ts';
export { type TemplatePiece, writeTemplates } from './write-template.ts';
