/** Tests, wherever they stand, as one list of plain objects: files and scenarios are written out. */
import { readCsv } from '../read-csv.ts';
import { type Bundle, pathIn } from './bundle.ts';
import { rowTest } from './csv-tests.ts';
import type { Losses } from './losses.ts';
import { FOO_LIMITS, isPlain, listOf, oneLine, type Plain } from './shape.ts';

export interface GivenTest {
  test: Plain;
  /** The file whose folder its references are seen from. */
  from: string;
}

interface TestGround {
  bundle: Bundle;
  losses: Losses;
  from: string;
}

export function readTests(given: unknown, ground: TestGround, depth = 0): GivenTest[] {
  return listOf(given).flatMap((one): GivenTest[] => {
    if (typeof one === 'string') return fromFiles(one, ground, depth);
    if (!isPlain(one)) return [];
    const { path } = one;
    if (typeof path === 'string' && one.vars === undefined && one.assert === undefined)
      return fromFiles(path, ground, depth);
    return [{ test: one, from: ground.from }];
  });
}

function fromFiles(reference: string, ground: TestGround, depth: number): GivenTest[] {
  const { bundle, losses, from } = ground;
  const shown = oneLine(reference, 200);
  if (/^(?:https?|huggingface|az|s3|gs):/.test(reference)) {
    losses.tell(
      'warning',
      'tests',
      `Tests at ${shown} are not fetched. Save them as a CSV file and import it into the set of cases.`,
    );
    return [];
  }
  if (/\.(?:py|m?js|cjs|ts)(?::\w+)?$/.test(reference)) {
    losses.tell('warning', 'tests', `Tests that ${shown} makes are left out: it is a program, and not run.`);
    return [];
  }
  if (/\.xlsx?(?:#.*)?$/.test(reference)) {
    losses.tell('warning', 'tests', `${shown} is a spreadsheet. Save it as CSV, and name that.`);
    return [];
  }
  const paths = bundle.find(reference, from);
  if (paths.length === 0)
    losses.tell(
      'error',
      'file_missing',
      `${pathIn(shown)} is not among the files, so its tests are left out.`,
    );
  if (depth > 5) return [];
  return paths.flatMap((path) => fromFile(path, ground, depth));
}

function fromFile(path: string, { bundle, losses }: TestGround, depth: number): GivenTest[] {
  const text = bundle.text(path);
  if (/\.(?:csv|tsv)$/.test(path)) {
    const { records, problems } = readCsv(text);
    for (const { message, line } of problems)
      losses.tell('warning', 'csv', message, `${path}${line ? `, line ${line}` : ''}`);
    const [heading, ...rows] = records;
    const columns = heading?.fields.map((field) => field.trim()) ?? [];
    return rows.slice(0, FOO_LIMITS.cases).map(({ fields, line }) => ({
      test: rowTest(columns, fields, losses, `${path}, line ${line}`),
      from: path,
    }));
  }
  if (path.endsWith('.jsonl'))
    return text.split(/\r?\n/).flatMap((line, index): GivenTest[] => {
      if (line.trim() === '') return [];
      try {
        const test: unknown = JSON.parse(line);
        if (isPlain(test)) return [{ test, from: path }];
      } catch {
        losses.tell('warning', 'tests', 'A line that is no JSON is left out.', `${path}, line ${index + 1}`);
      }
      return [];
    });
  const data = bundle.data(path);
  return readTests(
    isPlain(data) && data.tests !== undefined ? data.tests : data,
    { bundle, losses, from: path },
    depth + 1,
  );
}

/** A set of values as it is, or as a file says; later files of a list go before earlier ones. */
export function readVars(given: unknown, from: string, { bundle, losses }: Omit<TestGround, 'from'>): Plain {
  if (isPlain(given)) return given;
  return Object.assign(
    {},
    ...listOf(given).flatMap((one) => {
      if (typeof one !== 'string') return [];
      const paths = bundle.find(one, from);
      if (paths.length === 0)
        losses.tell(
          'warning',
          'file_missing',
          `${pathIn(one)} is not among the files, so its values are left out.`,
        );
      return paths.map((path) => bundle.data(path)).filter(isPlain);
    }),
  );
}

/** Each test of a scenario with each of its sets of values. */
export function readScenarios(given: unknown, ground: TestGround, depth = 0): GivenTest[] {
  return listOf(given).flatMap((one): GivenTest[] => {
    if (typeof one === 'string') {
      const paths = ground.bundle.find(one, ground.from);
      if (paths.length === 0)
        ground.losses.tell(
          'error',
          'file_missing',
          `${pathIn(one)} is not among the files, so its scenario is left out.`,
        );
      return depth > 3
        ? []
        : paths.flatMap((path) =>
            readScenarios(ground.bundle.data(path), { ...ground, from: path }, depth + 1),
          );
    }
    if (!isPlain(one)) return [];
    const configs = listOf(one.config).flatMap((config): Plain[] => {
      const file = isPlain(config) ? (config.$values ?? config.$expand) : config;
      if (typeof file === 'string') return readTests(file, ground).map(({ test }) => test);
      return isPlain(config) ? [config] : [];
    });
    const tests = readTests(one.tests ?? [{}], ground);
    if (configs.length * tests.length > FOO_LIMITS.cases) {
      ground.losses.tell('error', 'too_many', 'A scenario with too many tests is left out.');
      return [];
    }
    return configs.flatMap((config) =>
      tests.map(({ test, from }) => ({ test: together(config, test, { ...ground, from }), from })),
    );
  });
}

/** What holds for all, and what a test says beside or against it. */
export function together(base: Plain, test: Plain, ground: TestGround): Plain {
  const options = {
    ...(isPlain(base.options) ? base.options : {}),
    ...(isPlain(test.options) ? test.options : {}),
  };
  const isAlone = options.disableDefaultAsserts === true;
  return {
    ...base,
    ...test,
    vars: { ...readVars(base.vars, ground.from, ground), ...readVars(test.vars, ground.from, ground) },
    assert: [...(isAlone ? [] : listOf(base.assert)), ...listOf(test.assert)],
    metadata: {
      ...(isPlain(base.metadata) ? base.metadata : {}),
      ...(isPlain(test.metadata) ? test.metadata : {}),
    },
    options,
  };
}
