/** A suite as its form holds it: numbers as they are typed. */
import type { Suite, SuiteSource } from '../api/suites.ts';
import { t } from '../messages.ts';
import { type SettingField, settingFaults, settingsDraftOf, settingsOf } from './settings-draft.ts';

/** One group of settings as typed: numbers as text, stop sequences one on each line. */
export type SettingsDraft = Record<SettingField, string>;

export interface SuiteDraft {
  name: string;
  /** Empty for a new set. */
  caseSetId: string;
  sources: readonly SuiteSource[];
  models: readonly { connectionId: string | null; model: string }[];
  settings: readonly SettingsDraft[];
  repetitions: string;
  concurrency: string;
  passRate: string;
  /** In dollars; empty for none. */
  budget: string;
  check: string;
  reuse: boolean;
}

export const emptyDraft: SuiteDraft = {
  ...{ name: '', caseSetId: '', models: [], check: '', reuse: false },
  sources: [{ kind: 'branch', branch: 'main' }],
  settings: [settingsDraftOf({})],
  ...{ repetitions: '1', concurrency: '4', passRate: '100', budget: '' },
};

export const draftOf = (suite: Suite): SuiteDraft => ({
  name: suite.name,
  caseSetId: suite.caseSetId,
  sources: suite.sources,
  models: suite.models,
  settings: suite.settings.map(settingsDraftOf),
  repetitions: String(suite.repetitions),
  concurrency: String(suite.concurrency),
  passRate: String(Number((suite.passRate * 100).toFixed(4))),
  budget: suite.budgetMicroDollars === null ? '' : String(suite.budgetMicroDollars / 1e6),
  check: suite.check ?? '',
  reuse: suite.reuse,
});

const numberOf = (text: string) => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')));
export const wholeOf = (text: string) => {
  const number = numberOf(text);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
};

/** Dollars as typed; undefined for what is none. */
export function microDollarsOf(text: string): number | undefined {
  const dollars = numberOf(text);
  const micro = dollars === undefined ? Number.NaN : Math.round(dollars * 1e6);
  return micro >= 1 && micro <= 1e12 ? micro : undefined;
}

/** What is wrong, by field. */
export function faultsOf(draft: SuiteDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  if (draft.name.trim() === '') faults.name = t('needName');
  if (draft.models.length === 0) faults.models = t('needModel');
  const whole = (name: 'repetitions' | 'concurrency', to: number) => {
    const number = wholeOf(draft[name]);
    if (number === undefined || number < 1 || number > to) faults[name] = t('notNumber', { from: 1, to });
  };
  whole('repetitions', 20);
  whole('concurrency', 16);
  const rate = numberOf(draft.passRate);
  if (rate === undefined || !(rate >= 0 && rate <= 100))
    faults.passRate = t('notNumber', { from: 0, to: 100 });
  if (draft.budget.trim() !== '' && microDollarsOf(draft.budget) === undefined)
    faults.budget = t('notNumber', { from: '0.000001', to: '1,000,000' });
  for (const [index, group] of draft.settings.entries())
    for (const [field, fault] of Object.entries(settingFaults(group)))
      faults[`settings.${index}.${field}`] = fault;
  return faults;
}

/** What is sent; only of a draft without faults. */
export function bodyOf(draft: SuiteDraft) {
  return {
    name: draft.name,
    caseSetId: draft.caseSetId,
    sources: [...draft.sources],
    models: [...draft.models],
    settings: draft.settings.map(settingsOf),
    repetitions: wholeOf(draft.repetitions) ?? 1,
    concurrency: wholeOf(draft.concurrency) ?? 1,
    passRate: (numberOf(draft.passRate) ?? 100) / 100,
    budgetMicroDollars: microDollarsOf(draft.budget) ?? null,
    check: draft.check.trim() === '' ? null : draft.check.trim(),
    reuse: draft.reuse,
  };
}

export const sourceName = (source: SuiteSource): string =>
  source.kind === 'branch' ? source.branch : source.kind === 'label' ? source.label : `v${source.number}`;
