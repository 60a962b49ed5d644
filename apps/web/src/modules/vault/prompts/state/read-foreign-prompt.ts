/** Reads a prompt somebody brings along: a file of ours, or the language of another tool. Works in the page alone. */
import type { PromptDocument } from '@promptvault/document';
import { detectFormat, readPromptFile } from '@promptvault/document/file';
import { convertPrompt, detectLanguage, type PromptLanguage } from '@promptvault/importers/convert';

export const foreignLanguages = [
  'file',
  'mustache',
  'dollar',
  'fstring',
  'jinja',
  'handlebars',
  'dotprompt',
  'text',
] as const;
export type ForeignLanguage = (typeof foreignLanguages)[number];

export type Finding = { severity: 'error' | 'warning' | 'info'; message: string; line: number };

export type ForeignPrompt = {
  language: ForeignLanguage;
  /** null when it cannot be read at all. */
  prompt: { title: string; description: string; tags: string[]; document: PromptDocument } | null;
  findings: Finding[];
};

/** `chosen` is null while the language is to be guessed. */
export function readForeignPrompt(text: string, chosen: ForeignLanguage | null): ForeignPrompt {
  const language = chosen ?? guess(text);
  return language === 'file' ? readFile(text) : readConverted(text, language);
}

function guess(text: string): ForeignLanguage {
  if (detectFormat(text) !== 'markdown') return 'file';
  const language = detectLanguage(text);
  const isFile = /^\ufeff?---\r?\n/.test(text) || /^# (?:System|Instructions)\r?$/m.test(text);
  return isFile && (language === 'mustache' || language === 'text') ? 'file' : language;
}

function readFile(text: string): ForeignPrompt {
  const { value, problems } = readPromptFile(text);
  const prompt = value && {
    title: value.title,
    description: value.description,
    tags: value.tags,
    document: value.document,
  };
  return { language: 'file', prompt, findings: problems.map(toFinding) };
}

function readConverted(text: string, language: PromptLanguage): ForeignPrompt {
  const { value, problems } = convertPrompt(text, language);
  const { title, description, document } = value;
  return { language, prompt: { title, description, tags: [], document }, findings: problems.map(toFinding) };
}

const toFinding = ({
  severity,
  message,
  from,
}: {
  severity: Finding['severity'];
  message: string;
  from: { line: number };
}): Finding => ({ severity, message, line: from.line });
