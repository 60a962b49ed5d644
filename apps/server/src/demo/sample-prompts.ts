import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportedRow, importCsv, toPromptDocument } from '@promptvault/importers';
import type { DemoPrompt } from './demo-prompt.ts';

/** Rows of the sample list that a company could use, and the folder each goes into. */
const wantedRows: Record<string, string[]> = {
  engineering: [
    'Linux Terminal',
    'SQL Terminal',
    'Code Reviewer',
    'RegEx Generator',
    'Devops Engineer',
    'Accessibility Auditor',
    'Unit Tester Assistant',
    'Conventional Commit Message Generator',
    'IT Architect',
    'Senior Frontend Developer',
  ],
  writing: [
    'English Translator and Improver',
    'Smart Rewriter & Clarity Booster',
    'Proofreader',
    'Tech Writer',
    'Synonym Finder',
    'Essay Writer',
    'Title Generator for written pieces',
  ],
  people: ['Job Interviewer', 'Career Counselor', 'Public Speaking Coach', 'Study planner'],
  product: ['Product Manager', 'Startup Idea Generator', 'Social Media Manager', 'SEO specialist'],
  data: ['Statistician', 'Data Scientist', 'Financial Analyst', 'Excel Sheet'],
};

const wantedPatterns: Record<string, string[]> = {
  engineering: ['explain_code', 'create_git_diff_commit', 'create_stride_threat_model', 'create_user_story'],
  writing: ['improve_writing', 'create_newsletter_entry', 'create_formal_email', 'summarize'],
  product: ['analyze_product_feedback', 'create_prd', 'summarize_meeting', 'extract_questions'],
  data: ['analyze_claims', 'extract_insights', 'create_mermaid_visualization', 'analyze_logs'],
  people: ['analyze_presentation', 'create_quiz'],
};

/** Prompts made of the sample data in `directory`; fewer, or none, where parts of it are absent. */
export function samplePrompts(directory: string | undefined): DemoPrompt[] {
  if (!directory) return [];
  return [
    ...promptsOfList(join(directory, 'prompts', 'prompts.csv')),
    ...promptsOfPatterns(join(directory, 'prompts', 'fabric', 'patterns')),
  ];
}

function promptsOfList(file: string): DemoPrompt[] {
  if (!existsSync(file)) return [];
  const rows = new Map(importCsv(readFileSync(file, 'utf8')).rows.map((row) => [row.title, row]));
  return Object.entries(wantedRows).flatMap(([folder, titles]) =>
    titles.flatMap((title) => {
      const row = rows.get(title);
      return row ? [promptOfRow(folder, row)] : [];
    }),
  );
}

function promptOfRow(folder: string, row: ImportedRow): DemoPrompt {
  const { sections, variables } = toPromptDocument(row, (kind, name) => `${kind}-${name}`).value;
  return {
    title: row.title,
    path: `${folder}/${pathName(row.title)}`,
    tags: [folder, ...(row.forDevs ? ['developers'] : [])],
    sections: { instructions: sections[0]?.text ?? row.content },
    variables: variables.map(({ name, default: value }) => ({ name, default: value })),
    tryWith: Object.fromEntries(variables.map(({ name, default: value }) => [name, value ?? 'something'])),
  };
}

function promptsOfPatterns(directory: string): DemoPrompt[] {
  return Object.entries(wantedPatterns).flatMap(([folder, names]) =>
    names.flatMap((name) => {
      const file = join(directory, name, 'system.md');
      return existsSync(file) ? [promptOfPattern(folder, name, readFileSync(file, 'utf8'))] : [];
    }),
  );
}

/** A pattern is Markdown: who one is, what to do, how to answer, and last the place of the input. */
function promptOfPattern(folder: string, name: string, text: string): DemoPrompt {
  const words = name.replaceAll('_', ' ');
  const parts = text.replaceAll('{{', '{ {').split(/^(?=# )/m);
  const of = (heading: RegExp) => parts.filter((part) => heading.test(part)).join('');
  const identity = of(/^# IDENTITY/i);
  const output = of(/^# OUTPUT/i);
  const rest = parts.filter((part) => !/^# (IDENTITY|OUTPUT|INPUT)/i.test(part)).join('');
  return {
    title: words[0]?.toUpperCase() + words.slice(1),
    path: `${folder}/${pathName(words)}`,
    description: `Takes a text and does what it says: ${words}.`,
    tags: [folder, 'pattern'],
    sections: {
      ...(identity && { system: identity.trim() }),
      instructions: `${rest.trim()}\n\n# Input\n\n{{input}}`.trim(),
      ...(output && { output_format: output.trim() }),
    },
    variables: [{ name: 'input', description: 'The text to work on' }],
  };
}

const pathName = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
