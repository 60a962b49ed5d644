/** What a promptfoo configuration becomes: prompts, their cases, and the suites that run them. */
import type { PromptDocument, Settings } from '@promptvault/document';
import type { Assertion, JudgeModel } from '@promptvault/document/assertions';

/** One file of an upload; its path has `/` between its parts. Nothing outside of the upload is ever read. */
export interface BundleFile {
  path: string;
  text: string;
}

export interface FooCase {
  name: string;
  values: Record<string, unknown>;
  tags: string[];
  assertions: Assertion[];
  /** From which score it passes; null where each required assertion has to pass. */
  passScore: number | null;
  /** Names of the prompts it is for, as the configuration filters them; null for all. */
  prompts: string[] | null;
}

export interface FooPrompt {
  title: string;
  description: string;
  document: PromptDocument;
  cases: FooCase[];
  suites: FooSuite[];
}

/** Every model is run with every group of settings. */
export interface FooSuite {
  name: string;
  models: JudgeModel[];
  settings: Settings[];
}

export interface FooProvider {
  id: string;
  label: string;
  /** What was chosen for it here; null where nothing fits, and something else stands in. */
  model: JudgeModel | null;
  settings: Settings;
}

export interface FooImport {
  /** Of the file that was read. */
  config: string;
  title: string;
  prompts: FooPrompt[];
  providers: FooProvider[];
  cases: number;
  repetitions: number;
  concurrency: number;
}

export interface FooProblem {
  severity: 'error' | 'warning' | 'info';
  code: string;
  message: string;
}

export interface FooOptions {
  /** Which file is the configuration; without it the `promptfooconfig` nearest to the top. */
  config?: string | undefined;
  /** The model here that stands for a provider; undefined when there is none. */
  modelOf(provider: string): JudgeModel | undefined;
  /** What stands in where there is none. */
  otherwise: JudgeModel;
}

export const FOO_LIMITS = {
  files: 1_000,
  /** Characters of all files together. */
  characters: 20 * 1024 * 1024,
  /** Values in one YAML or JSON file, and how deep they may lie. */
  nodes: 500_000,
  depth: 60,
  prompts: 100,
  cases: 20_000,
  /** Characters of one value that is written into many texts. */
  text: 100_000,
} as const;

export type Plain = Record<string, unknown>;
export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A list as it is, one thing as a list of it, nothing as none. */
export const listOf = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
export const cutText = (text: string, most: number): string =>
  (text.length > most ? `${text.slice(0, most - 1)}…` : text).toWellFormed();
/** One line, as names are. */
export const oneLine = (text: string, most: number): string =>
  cutText(text.replaceAll('\0', '').replace(/\s+/gu, ' ').trim(), most);
