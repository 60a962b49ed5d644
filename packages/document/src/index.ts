export { applyDocument, emptyYDoc, toYDoc } from './apply-document.ts';
export { canonicalJson, hashDocument, hashMessages } from './canonical-json.ts';
export { carryRange, findQuote, type TextRange } from './carry-range.ts';
export { checkDocument } from './check-document.ts';
export { hasOwnHost, namesPrompt } from './check-tools.ts';
export { type Coercion, coerceValue } from './coerce-value.ts';
export {
  compareDocuments,
  type DocumentComparison,
  type ElementChange,
  type FieldChange,
  longestIncreasing,
  movedIds,
} from './compare-documents.ts';
export { compareTexts, type LinePart, type Row, type RowSide, type TextComparison } from './compare-texts.ts';
export { type Completion, type CompletionItem, complete } from './complete.ts';
export { EXTENDS_LIMIT } from './compose.ts';
export { applyEdits, type DocumentEdit } from './document-edits.ts';
export { documentVariables } from './document-variables.ts';
export { emptyDocument } from './empty-document.ts';
export { fencePack } from './fence-pack.ts';
export type { IncludedPrompt, ResolvePartial } from './follow-references.ts';
export { fromYDoc } from './from-y-doc.ts';
export { findJsonFault, isNestedDeeper, isStorableText, type Json, jsonSchema } from './json.ts';
export type { DocumentVariable, DocumentVariableUse } from './merge-variables.ts';
export { outlineDocument, type SectionOutline } from './outline-document.ts';
export { createParseCache, type ParseCache } from './parse-cache.ts';
export { documentProblem } from './parsed-document.ts';
export { partialText } from './partial-text.ts';
export type { PairPlace } from './place-pairs.ts';
export type { ReadOptions } from './read-document.ts';
export { type Renaming, renameVariable } from './rename-variable.ts';
export { type RenderDocumentOptions, type RenderedDocument, type RenderedSection, render } from './render.ts';
export { layerSettings, resolveSettings } from './sampling.ts';
export {
  SAMPLING_SETTINGS,
  SAMPLING_STRATEGIES,
  SAMPLING_STRATEGY_NAMES,
  type SamplingSetting,
  type SamplingStrategy,
} from './sampling-strategies.ts';
export { LOGIT_BIAS_LIMITS, type NumberSettingName, SETTING_BOUNDS } from './setting-bounds.ts';
export {
  type ContextPack,
  contextPackSchema,
  DOCUMENT_LIMITS,
  type DocumentProblem,
  type Example,
  elementIdSchema,
  exampleSchema,
  MESSAGE_ROLES,
  type Message,
  type MessageRole,
  messageSchema,
  type PromptDocument,
  positionSchema,
  problemSchema,
  promptDocumentSchema,
  REASONING_EFFORTS,
  SECTION_KINDS,
  type Section,
  type SectionKind,
  type Settings,
  samplingSchema,
  sectionSchema,
  settingsSchema,
  TOOL_METHODS,
  type Tool,
  type ToolImplementation,
  toolImplementationSchema,
  toolSchema,
  VARIABLE_TYPES,
  type Variable,
  type VariableType,
  variableSchema,
} from './shape.ts';
export { carryOut, type Pauses, type Steps, sliceMs, stepOn } from './steps.ts';
export {
  type DocumentSymbol,
  findSymbolAt,
  findUses,
  listSymbols,
  type SymbolAt,
  type SymbolPlace,
  type SymbolUse,
} from './symbols.ts';
export { diffTokens, splitLines, splitWords, type TokenRun } from './token-diff.ts';
export { fillSecrets, secretsNamedBy } from './tool-secrets.ts';
