/**
 * A promptfoo configuration and the files it names, as prompts with cases and suites. Pure: it reads the given files
 * alone, and never throws for what they hold; what has no counterpart is in the problems, in words.
 */
import { coerceValue, type Variable } from '@promptvault/document';
import type { JudgeModel } from '@promptvault/document/assertions';
import type { MakeElementId } from '../to-prompt-document.ts';
import { type Bundle, openBundle } from './bundle.ts';
import { calculateValues } from './calculate-values.ts';
import { collectLosses, type Losses } from './losses.ts';
import { makeCases, tellLost } from './make-cases.ts';
import { planSuites } from './plan-suites.ts';
import { type ReadPrompt, readPrompts, writeStandIn } from './read-prompts.ts';
import { type ReadProvider, readProviders } from './read-providers.ts';
import { type GivenTest, readScenarios, readTests } from './read-tests.ts';
import {
  type BundleFile,
  FOO_LIMITS,
  type FooCase,
  type FooImport,
  type FooOptions,
  type FooProblem,
  type FooPrompt,
  isPlain,
  listOf,
  oneLine,
  type Plain,
} from './shape.ts';

const configName = /(?:^|\/)promptfooconfig[\w.-]*\.(?:ya?ml|json)$/;

/** The value is null when there is no configuration to read; the problems then say why. */
export function importPromptfoo(
  files: readonly BundleFile[],
  options: FooOptions,
): { value: FooImport | null; problems: FooProblem[] } {
  const losses = collectLosses();
  const size = files.reduce((all, { text, path }) => all + text.length + path.length, 0);
  if (files.length > FOO_LIMITS.files || size > FOO_LIMITS.characters) {
    losses.tell(
      'error',
      'too_large',
      `An upload has at most ${FOO_LIMITS.files.toLocaleString('en')} files and ${FOO_LIMITS.characters / 2 ** 20} Mi characters.`,
    );
    return { value: null, problems: losses.list() };
  }
  const bundle = openBundle(files, losses);
  const path = findConfig(bundle, options.config);
  const config = path === undefined ? undefined : bundle.data(path);
  if (path === undefined)
    losses.tell('error', 'no_config', 'There is no promptfooconfig.yaml or .json among the files.');
  else if (config !== undefined && !isPlain(config))
    losses.tell('error', 'unreadable', `${path} is no list of settings.`);
  const value =
    path !== undefined && isPlain(config) ? readConfig(path, config, { bundle, losses, options }) : null;
  return { value, problems: losses.list() };
}

function findConfig({ paths }: Bundle, asked: string | undefined): string | undefined {
  if (asked !== undefined) return paths.find((path) => path === asked);
  const depth = (path: string) => path.split('/').length;
  const [named] = paths.filter((path) => configName.test(path)).sort((a, b) => depth(a) - depth(b));
  const data = paths.filter((path) => /\.(?:ya?ml|json)$/.test(path));
  return named ?? (data.length === 1 ? data[0] : undefined);
}

/** What `similar` compares by unless another is named. */
const usualEmbedder = 'openai:embedding:text-embedding-3-large';

interface Ground {
  bundle: Bundle;
  losses: Losses;
  options: FooOptions;
}

const makeId: MakeElementId = (kind, name, position) => `${kind}-${position}-${oneLine(name, 60)}`;

function readConfig(path: string, config: Plain, { bundle, losses, options }: Ground): FooImport {
  const ground = { bundle, losses, from: path };
  const title = oneLine(typeof config.description === 'string' ? config.description : '', 100) || 'promptfoo';
  tellTop(config, losses);
  const given = readPrompts(config.prompts ?? ['{{prompt}}'], { ...ground, makeId });
  const providers = readProviders(config.providers ?? config.targets, { ...ground, options });
  if (providers.length === 0)
    losses.tell(
      'info',
      'provider',
      `The configuration names no models; “${options.otherwise.model}” stands in.`,
    );
  const defaults = readDefaults(config.defaultTest, ground);
  tellLost(defaults, losses, 'defaultTest');
  const tests = [...readTests(config.tests, ground), ...readScenarios(config.scenarios, ground)];
  const judge = providers.find(({ model }) => model !== null)?.model ?? options.otherwise;
  const judgeOf = (provider: unknown): JudgeModel => {
    const id =
      isPlain(provider) && provider.id !== undefined
        ? provider.id
        : isPlain(provider)
          ? provider.text
          : provider;
    const idOf = isPlain(id) ? id.id : id;
    const model = typeof idOf === 'string' ? options.modelOf(idOf) : judge;
    if (!model)
      losses.tell(
        'warning',
        'judge',
        `${oneLine(String(idOf), 200)} is no model of a connection here; “${judge.model}” judges in its place.`,
      );
    return model ?? judge;
  };
  const embedderOf = (provider: unknown) => {
    const given = isPlain(provider) ? (provider.embedding ?? provider.id) : (provider ?? usualEmbedder);
    const id = isPlain(given) ? given.id : given;
    const model = typeof id === 'string' && /:embeddings?:/.test(id) ? options.modelOf(id) : undefined;
    return model?.connectionId ? { connectionId: model.connectionId, model: model.model } : undefined;
  };
  const cases = makeCases(tests.length > 0 ? tests : [placeholder(config, given, path, losses)], {
    ...ground,
    defaults,
    judgeOf,
    embedderOf,
  });
  const names = [...new Set(cases.flatMap(({ values }) => Object.keys(values)))];
  const prompts = given.map(
    (prompt): FooPrompt => toPrompt(prompt, { title, cases, names, providers, options, losses }),
  );
  const evaluate = {
    ...(isPlain(config.commandLineOptions) ? config.commandLineOptions : {}),
    ...(isPlain(config.evaluateOptions) ? config.evaluateOptions : {}),
  };
  return {
    config: path,
    title,
    prompts,
    providers: providers.map(({ prompts: _only, ...provider }) => provider),
    cases: cases.length,
    repetitions: whole(evaluate.repeat, 1, 20, losses, 'repeat'),
    concurrency: whole(
      evaluate.maxConcurrency ?? config['evaluateOptions.maxConcurrency'],
      4,
      16,
      losses,
      'maxConcurrency',
    ),
  };
}

function readDefaults(
  given: unknown,
  { bundle, losses, from }: { bundle: Bundle; losses: Losses; from: string },
): Plain {
  if (typeof given !== 'string') return isPlain(given) ? given : {};
  const [path] = bundle.find(given, from);
  const data = path === undefined ? undefined : bundle.data(path);
  if (!isPlain(data))
    losses.tell(
      'warning',
      'file_missing',
      `${given} cannot be read, so what holds for all tests is left out.`,
    );
  return isPlain(data) ? data : {};
}

/** Without tests each prompt is run once; where they stand in a file that is not there, the name stands for values. */
function placeholder(config: Plain, prompts: readonly ReadPrompt[], path: string, losses: Losses): GivenTest {
  const missing = listOf(config.tests ?? []).filter((one) => typeof one === 'string');
  losses.tell(
    missing.length > 0 ? 'warning' : 'info',
    'no_tests',
    missing.length > 0
      ? 'No test was found, so that one case stands in for them: put in what belongs there.'
      : 'The configuration has no tests: each prompt gets one case.',
  );
  const value = missing.length > 0 ? String(missing[0]).replace(/^file:\/\//, '') : '';
  const names = prompts.flatMap(({ document }) => document.variables.map(({ name }) => name));
  const vars = Object.fromEntries(names.map((name) => [name, value]));
  return {
    test: { description: missing.length > 0 ? `Stands in for ${oneLine(value, 150)}` : 'Once', vars },
    from: path,
  };
}

interface PromptParts {
  title: string;
  cases: readonly FooCase[];
  names: readonly string[];
  providers: readonly ReadProvider[];
  options: FooOptions;
  losses: Losses;
}

/** A filter names a label, a group before a colon, or the beginning before an asterisk. */
const fits = (filters: readonly string[] | null, names: readonly string[]): boolean =>
  filters === null ||
  filters.some((filter) =>
    names.some(
      (name) =>
        name === filter ||
        name.startsWith(`${filter}:`) ||
        (filter.endsWith('*') && name.startsWith(filter.slice(0, -1))),
    ),
  );

function toPrompt(
  prompt: ReadPrompt,
  { title, cases, names, providers, options, losses }: PromptParts,
): FooPrompt {
  const own = cases
    .filter((one) => fits(one.prompts, prompt.names))
    .map((one) => calculateValues(one, prompt, losses));
  const runs = providers.filter((provider) => fits(provider.prompts, prompt.names));
  const document = prompt.isStandIn ? writeStandIn(prompt, names, makeId) : fitTypes(prompt.document, own);
  if (own.length === 0)
    losses.tell(
      'warning',
      'no_tests',
      'No test is for this prompt, so it gets no cases and no suite.',
      prompt.title,
    );
  return {
    title: prompt.title,
    description: prompt.description,
    document,
    cases: own,
    suites: own.length === 0 ? [] : planSuites(title, runs.length > 0 ? runs : providers, options.otherwise),
  };
}

/** A declared type that not all values fit becomes JSON where that does, and is taken back where nothing does. */
function fitTypes(document: FooPrompt['document'], cases: readonly FooCase[]): FooPrompt['document'] {
  const takes = (one: Variable, type: Variable['type']) =>
    cases.every(({ values }) => coerceValue({ ...one, type }, values[one.name]).outcome !== 'misfit');
  const variables = document.variables.flatMap((one): Variable[] => {
    if (takes(one, one.type)) return [one];
    return takes(one, 'json') ? [{ ...one, type: 'json' }] : [];
  });
  return { ...document, variables };
}

const ignored = new Set([
  ...[
    'description',
    'prompts',
    'providers',
    'targets',
    'tests',
    'defaultTest',
    'scenarios',
    'evaluateOptions',
    'commandLineOptions',
  ],
  ...[
    'outputPath',
    'sharing',
    'writeLatestResults',
    '$schema',
    'tags',
    'metadata',
    'assertionTemplates',
    'version',
    'basePath',
  ],
]);
const losings: Readonly<Record<string, string>> = {
  nunjucksFilters: 'Filters of one’s own are programs, and left out.',
  extensions: 'Extensions are programs, and left out.',
  env: 'Environment variables are left out; keys belong to connections.',
  redteam: 'Attacks that are generated (redteam) are left out.',
  derivedMetrics: 'Metrics that are calculated of others are left out.',
};

function tellTop(config: Plain, losses: Losses): void {
  for (const key of Object.keys(config)) {
    if (ignored.has(key) || key.startsWith('evaluateOptions.') || key.startsWith('x-')) continue;
    const known = Object.hasOwn(losings, key) ? losings[key] : undefined;
    losses.tell('warning', 'option', known ?? `“${oneLine(key, 60)}” is unknown here and is left out.`);
  }
  const evaluate = isPlain(config.evaluateOptions) ? config.evaluateOptions : {};
  for (const key of ['delay', 'timeoutMs', 'maxEvalTimeMs'])
    if (evaluate[key] !== undefined)
      losses.tell('info', 'option', `“${key}” is left out: runs have limits of their own.`);
}

function whole(given: unknown, usual: number, most: number, losses: Losses, name: string): number {
  const number = Number(given ?? usual);
  const fitted = Number.isFinite(number) ? Math.min(most, Math.max(1, Math.round(number))) : usual;
  if (given !== undefined && fitted !== number)
    losses.tell('warning', 'option', `“${name}” is from 1 to ${most} here; it became ${fitted}.`);
  return fitted;
}
