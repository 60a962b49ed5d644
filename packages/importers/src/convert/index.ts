export { CONVERT_LIMIT, convertPrompt, type PromptConversion } from './convert-prompt.ts';
export { detectLanguage, PROMPT_LANGUAGES, type PromptLanguage } from './detect-language.ts';
export type { Calculated } from './draft.ts';
