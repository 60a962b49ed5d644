export { type DecodedText, type DecodeResult, decodeText, looksBinary } from './decode-text.ts';
export { type FileKind, type FileType, fileTypeOf, isTextKind } from './file-kind.ts';
export {
  ancestorsOf,
  directoryOf,
  findPathProblem,
  joinPath,
  nameOf,
  type PathProblem,
} from './file-path.ts';
export { buildFileTree, type FileEntry, type FileNode, type FileTree } from './file-tree.ts';
export { type FitPart, type FittedPack, fitPack } from './fit-pack.ts';
export {
  DEFAULT_IGNORED,
  IGNORE_FILE_NAMES,
  type IgnoreFile,
  type IgnoreFileName,
  type IgnoreOptions,
  type IgnoreProblem,
  type IgnoreRules,
  type IgnoreVerdict,
  ignoreRules,
} from './ignore-rules.ts';
export { CONTEXT_LIMITS, findRefusal, type Refusal } from './limits.ts';
export { hashBytes, hashText, type PackInput, type PackItem, packItem, packItemKey } from './pack-item.ts';
export { clampRange, countLines, type LineRange, sliceLines } from './text-lines.ts';
export { isChoosable, shownFiles, type TreeRow, type TreeView, treeRows } from './tree-rows.ts';
export {
  type CheckState,
  type SelectionMarks,
  selectionMarks,
  selectRun,
  type TreeSelection,
  toggleNode,
} from './tree-selection.ts';
export { visibleName } from './visible-name.ts';
