import ignore, { type Ignore } from 'ignore';
import { ancestorsOf, joinPath } from './file-path.ts';

/** Read at every level of a folder; later names win over earlier ones of the same folder. */
export const IGNORE_FILE_NAMES = ['.gitignore', '.pigeonpromptignore'] as const;
export type IgnoreFileName = (typeof IGNORE_FILE_NAMES)[number];

/** Patterns a person can switch off; `.git` is not among them, it is never shown. */
export const DEFAULT_IGNORED = ['node_modules/'] as const;

/** One ignore file of a folder; `directory` is '' for the root. */
export type IgnoreFile = { directory: string; name: IgnoreFileName; text: string };

/** `by` names the file and the line's pattern that decided, for the tooltip of a greyed row. */
export type IgnoreVerdict = { ignored: boolean; by?: { file: string; pattern: string } };

export type IgnoreOptions = {
  /** Lowest in rank, so that an ignore file can take them back with `!`. */
  defaults?: readonly string[];
  /** The person's own lines for this folder, highest in rank, relative to the root. */
  ownRules?: string;
};

export type IgnoreProblem = { file: string; line: number; code: 'rule_too_long' | 'too_many_rules' };

export type IgnoreRules = {
  /** Folders first: a folder's files must be added before anything below it is asked about. */
  add(file: IgnoreFile): void;
  verdict(path: string, isDirectory: boolean): IgnoreVerdict;
  readonly problems: readonly IgnoreProblem[];
};

type Rule = { pattern: string; mark: string };

const LONGEST_RULE = 1_000;
const MOST_RULES = 5_000;
const DEFAULT_MARK = '(default)';
const OWN_MARK = '(own)';

/**
 * Git asks, for each folder on the way down, the ignore files from the nearest to the root, and stops at the
 * first excluded folder. Here all files above a path become one list of rules relative to the root, in which the
 * last match wins: the same answer, and one matcher for each folder that has ignore files.
 */
export function ignoreRules(files: readonly IgnoreFile[] = [], options: IgnoreOptions = {}): IgnoreRules {
  const problems: IgnoreProblem[] = [];
  const defaults = (options.defaults ?? DEFAULT_IGNORED).map((pattern) => ({ pattern, mark: DEFAULT_MARK }));
  const own = parse(options.ownRules ?? '', OWN_MARK, '', problems);
  const rulesOf = new Map<string, Rule[]>([['', defaults]]);
  const matcherOf = new Map<string, Ignore>([['', matcher([...defaults, ...own])]]);

  function nearestRuleFolder(path: string): string {
    for (const folder of ancestorsOf(path)) if (rulesOf.has(folder)) return folder;
    return '';
  }

  function add({ directory, name, text }: IgnoreFile): void {
    const inherited = rulesOf.get(directory) ?? rulesOf.get(nearestRuleFolder(directory)) ?? [];
    const rules = [...inherited, ...parse(text, joinPath(directory, name), directory, problems)];
    rulesOf.set(directory, rules);
    matcherOf.set(directory, matcher([...rules, ...own]));
  }

  function verdict(path: string, isDirectory: boolean): IgnoreVerdict {
    if (isGitFolder(path)) return { ignored: true, by: { file: DEFAULT_MARK, pattern: '.git' } };
    const result = matcherOf.get(nearestRuleFolder(path))?.test(isDirectory ? `${path}/` : path);
    if (!result?.ignored) return { ignored: false };
    const { rule } = result;
    return rule ? { ignored: true, by: { file: rule.mark ?? '', pattern: rule.pattern } } : { ignored: true };
  }

  const byDepthThenName = [...files].sort(
    (a, b) =>
      depth(a.directory) - depth(b.directory) ||
      IGNORE_FILE_NAMES.indexOf(a.name) - IGNORE_FILE_NAMES.indexOf(b.name),
  );
  for (const file of byDepthThenName) add(file);
  return { add, verdict, problems };
}

function matcher(rules: readonly Rule[]): Ignore {
  return ignore({ ignorecase: false, allowRelativePaths: true }).add(rules);
}

function isGitFolder(path: string): boolean {
  return path === '.git' || path.startsWith('.git/') || path.includes('/.git/') || path.endsWith('/.git');
}

function depth(directory: string): number {
  return directory === '' ? 0 : directory.split('/').length;
}

function parse(text: string, file: string, directory: string, problems: IgnoreProblem[]): Rule[] {
  const rules: Rule[] = [];
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line === '' || line.startsWith('#')) continue;
    if (line.length > LONGEST_RULE) {
      problems.push({ file, line: index + 1, code: 'rule_too_long' });
      continue;
    }
    if (rules.length === MOST_RULES) {
      problems.push({ file, line: index + 1, code: 'too_many_rules' });
      break;
    }
    const pattern = directory === '' ? line : belowDirectory(line, directory);
    if (pattern !== undefined) rules.push({ pattern, mark: file });
  }
  return rules;
}

/** Rewrites a line of `directory`'s ignore file so that it means the same in the root's. */
function belowDirectory(line: string, directory: string): string | undefined {
  const isNegative = line.startsWith('!');
  const body = isNegative ? line.slice(1) : line;
  const withoutEnd = body.replace(/(?<!\\) +$/, '').replace(/\/$/, '');
  if (withoutEnd === '') return undefined;
  const isAnchored = withoutEnd.includes('/');
  const between = isAnchored ? (body.startsWith('/') ? '' : '/') : '/**/';
  return `${isNegative ? '!' : ''}/${asLiteralPattern(directory)}${between}${body}`;
}

function asLiteralPattern(directory: string): string {
  return directory.replaceAll('\\', '\\\\').replace(/[*?[]/g, '[$&]');
}
