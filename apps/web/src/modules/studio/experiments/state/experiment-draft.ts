/** An experiment as its form holds it: numbers as they are typed. */
import type { Experiment, LabelFacts, NewExperiment } from '../api/experiments.ts';
import { t } from '../messages.ts';

export interface VariantDraft {
  name: string;
  version: number;
  share: string;
}
export interface GuardDraft {
  metric: string;
  measure: 'share' | 'mean';
  bound: 'at_most' | 'at_least';
  against: 'value' | 'control';
  limit: string;
}
export interface RuleDraft {
  attribute: string;
  is: 'one_of' | 'none_of';
  values: string;
}

export interface ExperimentDraft {
  name: string;
  hypothesis: string;
  label: string;
  variants: VariantDraft[];
  metric: string;
  measure: 'share' | 'mean';
  better: 'higher' | 'lower';
  worthwhile: string;
  guards: GuardDraft[];
  rules: RuleDraft[];
  partAttribute: string;
  partValues: string;
  subjects: string;
  leastSubjects: string;
  endsOn: string;
}

const letters = 'ABCDEF';
export const mostVariants = letters.length;

/** The first label that points at one version, and the newest other version beside it. */
export function newDraft({ labels, versions }: LabelFacts): ExperimentDraft {
  const label =
    labels.find(({ name, version }) => name === 'production' && version !== null) ??
    labels.find(({ version }) => version !== null);
  const first = label?.version ?? 1;
  const second = versions.find((version) => version !== first) ?? first;
  return {
    ...{ name: '', hypothesis: '', label: label?.name ?? '' },
    variants: [
      { name: 'A', version: first, share: '50' },
      { name: 'B', version: second, share: '50' },
    ],
    ...{ metric: 'solved', measure: 'share', better: 'higher', worthwhile: '2' },
    ...{ guards: [], rules: [], partAttribute: '', partValues: '' },
    ...{ subjects: '2000', leastSubjects: '100', endsOn: '' },
  };
}

/** Other label: its version is the first. */
export const withLabel = (draft: ExperimentDraft, { labels }: LabelFacts, name: string): ExperimentDraft => {
  const version = labels.find((label) => label.name === name)?.version;
  const variants = draft.variants.map((one, index) => (index === 0 && version ? { ...one, version } : one));
  return { ...draft, label: name, variants };
};

/** One more, with even shares. */
export function withVariant(draft: ExperimentDraft, versions: readonly number[]): ExperimentDraft {
  const count = draft.variants.length + 1;
  const version =
    versions.find((one) => !draft.variants.some((variant) => variant.version === one)) ??
    draft.variants[0]?.version ??
    1;
  const name = [...letters].find((letter) => !draft.variants.some((one) => one.name === letter)) ?? '';
  const variants = [...draft.variants, { name, version, share: '' }];
  return { ...draft, variants: evenly(variants, count) };
}

export const withoutVariant = (draft: ExperimentDraft, at: number): ExperimentDraft => ({
  ...draft,
  variants: evenly(
    draft.variants.filter((_, index) => index !== at),
    draft.variants.length - 1,
  ),
});

const evenly = (variants: VariantDraft[], count: number): VariantDraft[] =>
  variants.map((one, index) => ({
    ...one,
    share: String(Math.floor(100 / count) + (index < 100 % count ? 1 : 0)),
  }));

const written = (value: number, measure: 'share' | 'mean') =>
  String(Number((measure === 'share' ? value * 100 : value).toFixed(6)));

export const draftOf = (one: Experiment): ExperimentDraft => ({
  name: one.name,
  hypothesis: one.hypothesis,
  label: one.label,
  variants: one.variants.map(({ name, version, weight }) => ({ name, version, share: String(weight) })),
  metric: one.primary.metric,
  measure: one.primary.measure,
  better: one.primary.better,
  worthwhile: written(one.primary.worthwhile, one.primary.measure),
  guards: one.guards.map((guard) => ({ ...guard, limit: written(guard.limit, guard.measure) })),
  rules: one.rules.map((rule) => ({ ...rule, values: rule.values.join(', ') })),
  partAttribute: one.parts?.attribute ?? '',
  partValues: one.parts?.values.join(', ') ?? '',
  subjects: String(one.subjects),
  leastSubjects: String(one.leastSubjects),
  endsOn: one.endsAt?.slice(0, 10) ?? '',
});

export const numberOf = (text: string): number | undefined => {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
};
const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean),
  ),
];
const isMetric = (text: string) => /^[a-z][a-z0-9_]{0,39}$/.test(text.trim());
const whole = (text: string, from: number, to: number) => {
  const number = numberOf(text);
  return number !== undefined && Number.isInteger(number) && number >= from && number <= to;
};

/** What is wrong, by field. */
export function faultsOf(draft: ExperimentDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  const put = (field: string, isWrong: boolean, message: string) => {
    if (isWrong) faults[field] = message;
  };
  put('name', draft.name.trim() === '', t('needName'));
  const { variants } = draft;
  const sum = variants.reduce((all, { share }) => all + (numberOf(share) ?? 0), 0);
  const names = new Set(variants.map(({ name }) => name.trim()));
  put(
    'variants',
    names.size < variants.length || variants.some(({ name }) => name.trim() === ''),
    t('needNames'),
  );
  put('variants', new Set(variants.map(({ version }) => version)).size < variants.length, t('needVersions'));
  put(
    'variants',
    sum !== 100 || variants.some(({ share }) => !whole(share, 1, 99)),
    t('needShares', { sum }),
  );
  put('metric', !isMetric(draft.metric), t('needMetric'));
  const worthwhile = numberOf(draft.worthwhile);
  const most = draft.measure === 'share' ? 100 : 1e9;
  put(
    'worthwhile',
    !worthwhile || worthwhile <= 0 || worthwhile > most,
    t('needNumber', { from: 0, to: most }),
  );
  for (const [index, guard] of draft.guards.entries()) {
    put(`guards.${index}.metric`, !isMetric(guard.metric), t('needMetric'));
    put(`guards.${index}.limit`, numberOf(guard.limit) === undefined, t('needNumber', { from: 0, to: 1e9 }));
  }
  for (const [index, rule] of draft.rules.entries())
    put(
      `rules.${index}`,
      rule.attribute.trim() === '' || listOf(rule.values).length === 0,
      t('needAttribute'),
    );
  put(
    'parts',
    (draft.partAttribute.trim() === '') !== (listOf(draft.partValues).length === 0),
    t('needAttribute'),
  );
  put('subjects', !whole(draft.subjects, 100, 1e8), t('needNumber', { from: 100, to: 1e8 }));
  put('leastSubjects', !whole(draft.leastSubjects, 50, 1e6), t('needNumber', { from: 50, to: 1e6 }));
  return faults;
}

/** What is sent; only of a draft without faults. */
export function bodyOf(draft: ExperimentDraft): Omit<NewExperiment, 'promptId' | 'label'> {
  const scaled = (text: string, measure: 'share' | 'mean') =>
    (numberOf(text) ?? 0) / (measure === 'share' ? 100 : 1);
  const values = listOf(draft.partValues);
  return {
    name: draft.name,
    hypothesis: draft.hypothesis,
    variants: draft.variants.map(({ name, version, share }) => ({
      name,
      version,
      weight: numberOf(share) ?? 1,
    })),
    primary: {
      metric: draft.metric.trim(),
      measure: draft.measure,
      better: draft.better,
      worthwhile: scaled(draft.worthwhile, draft.measure),
    },
    guards: draft.guards.map((guard) => ({
      ...guard,
      metric: guard.metric.trim(),
      limit: scaled(guard.limit, guard.measure),
    })),
    rules: draft.rules.map(({ attribute, is, values: text }) => ({
      attribute: attribute.trim(),
      is,
      values: listOf(text),
    })),
    parts: values.length > 0 ? { attribute: draft.partAttribute.trim(), values } : null,
    subjects: numberOf(draft.subjects) ?? 2_000,
    leastSubjects: numberOf(draft.leastSubjects) ?? 100,
    // A day ends where the person is.
    endsAt: draft.endsOn === '' ? null : new Date(`${draft.endsOn}T23:59:00`).toISOString(),
  };
}
