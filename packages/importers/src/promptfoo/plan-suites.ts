import type { Settings } from '@promptvault/document';
import type { JudgeModel } from '@promptvault/document/assertions';
import type { ReadProvider } from './read-providers.ts';
import { type FooSuite, oneLine } from './shape.ts';

const keyOf = (value: Settings | JudgeModel): string => JSON.stringify(Object.entries(value).sort());
const mostEach = 8;

/**
 * A suite runs every model with every group of settings. Providers that pair them otherwise become several suites,
 * so that nothing is run that the configuration did not ask for.
 */
export function planSuites(
  title: string,
  providers: readonly ReadProvider[],
  otherwise: JudgeModel,
): FooSuite[] {
  const groups = new Map<string, { models: Map<string, JudgeModel>; settings: Settings[] }>();
  const settingsOf = new Map<string, { model: JudgeModel; settings: Map<string, Settings> }>();
  for (const { model: own, settings } of providers.length > 0 ? providers : [{ model: null, settings: {} }]) {
    const model = own ?? otherwise;
    const entry = settingsOf.get(keyOf(model)) ?? { model, settings: new Map<string, Settings>() };
    entry.settings.set(keyOf(settings), settings);
    settingsOf.set(keyOf(model), entry);
  }
  // Models with the very same groups of settings stand together.
  for (const [key, { model, settings }] of settingsOf) {
    const name = [...settings.keys()].sort().join('\n');
    const group = groups.get(name) ?? {
      models: new Map<string, JudgeModel>(),
      settings: [...settings.values()],
    };
    group.models.set(key, model);
    groups.set(name, group);
  }
  const suites = [...groups.values()].flatMap(({ models, settings }) =>
    inParts([...models.values()]).flatMap((some) =>
      inParts(settings).map((few) => ({ models: some, settings: few })),
    ),
  );
  return suites.map((suite, index) => ({
    name: oneLine(
      suites.length === 1
        ? title
        : `${title} ${index + 1}: ${suite.models.map(({ model }) => model).join(', ')}`,
      120,
    ),
    ...suite,
  }));
}

const inParts = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / mostEach) }, (_, index) =>
    all.slice(index * mostEach, (index + 1) * mostEach),
  );
