import { findFront } from './front-matter.ts';

export const PROMPT_LANGUAGES = [
  'mustache',
  'dollar',
  'fstring',
  'jinja',
  'handlebars',
  'dotprompt',
  'text',
] as const;
export type PromptLanguage = (typeof PROMPT_LANGUAGES)[number];

/** A guess from the signs of a text; `text` when it has none. */
export function detectLanguage(source: string): PromptLanguage {
  const front = findFront(source);
  if (front && /^(?:model|config|input|output):/m.test(source.slice(front.from, front.to)))
    return 'dotprompt';
  if (/\{\{\s*#?role\s/.test(source)) return 'dotprompt';
  if (/\{%-?\s*\w/.test(source) || /\{\{[^{}]{1,200}\|[^{}|]{1,200}\}\}/.test(source)) return 'jinja';
  if (
    /\{\{~?\s*(?:#(?:if|unless|each|with)\s|else\b|@\w|this\b|\/(?:if|each|unless|with)\b|!--)/.test(source)
  )
    return 'handlebars';
  if (/\$\{[\p{L}_][^{}\n]{0,200}\}/u.test(source)) return 'dollar';
  if (/\{\{/.test(source)) return 'mustache';
  if (/(?<!\{)\{[\p{L}_][\p{L}\p{N}_.]{0,100}(?:[:!][^{}\n]{0,40})?\}(?!\})/u.test(source)) return 'fstring';
  return 'text';
}
