export {
  FILE_FORMATS,
  FILE_LIMIT,
  type FileFormat,
  type PromptFile,
  type ReadPromptFile,
} from './prompt-file.ts';
export { detectFormat, readPromptFile } from './read-prompt-file.ts';
export { writePromptFile } from './write-prompt-file.ts';
