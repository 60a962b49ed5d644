/** A suite as its form holds it: numbers as they are typed. */
import type { Suite, SuiteSource } from '../api/suites.ts';
import { t } from '../messages.ts';

type SuiteSettings = Suite['settings'][number];

export interface SettingsDraft {
  temperature: string;
  maxOutputTokens: string;
  /** Settings this form does not show, kept as they are. */
  rest: SuiteSettings;
}

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
  check: string;
  reuse: boolean;
}

export const emptyDraft: SuiteDraft = {
  ...{ name: '', caseSetId: '', models: [], check: '', reuse: false },
  sources: [{ kind: 'branch', branch: 'main' }],
  settings: [{ temperature: '', maxOutputTokens: '', rest: {} }],
  ...{ repetitions: '1', concurrency: '4', passRate: '100' },
};

export const draftOf = (suite: Suite): SuiteDraft => ({
  name: suite.name,
  caseSetId: suite.caseSetId,
  sources: suite.sources,
  models: suite.models,
  settings: suite.settings.map(({ temperature, maxOutputTokens, ...rest }) => ({
    temperature: temperature === undefined ? '' : String(temperature),
    maxOutputTokens: maxOutputTokens === undefined ? '' : String(maxOutputTokens),
    rest,
  })),
  repetitions: String(suite.repetitions),
  concurrency: String(suite.concurrency),
  passRate: String(Number((suite.passRate * 100).toFixed(4))),
  check: suite.check ?? '',
  reuse: suite.reuse,
});

const numberOf = (text: string) => (text.trim() === '' ? undefined : Number(text.trim().replace(',', '.')));
export const wholeOf = (text: string) => {
  const number = numberOf(text);
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
};

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
  for (const [index, { temperature, maxOutputTokens }] of draft.settings.entries()) {
    const warmth = numberOf(temperature);
    if (warmth !== undefined && !(warmth >= 0 && warmth <= 10))
      faults[`settings.${index}.temperature`] = t('notNumber', { from: 0, to: 10 });
    const most = wholeOf(maxOutputTokens);
    if (maxOutputTokens.trim() !== '' && (most === undefined || most < 1))
      faults[`settings.${index}.maxOutputTokens`] = t('notNumber', { from: 1, to: 10_000_000 });
  }
  return faults;
}

/** What is sent; only of a draft without faults. */
export function bodyOf(draft: SuiteDraft) {
  const settings = draft.settings.map(({ temperature, maxOutputTokens, rest }): SuiteSettings => {
    const [warmth, most] = [numberOf(temperature), wholeOf(maxOutputTokens)];
    return {
      ...rest,
      ...(warmth !== undefined && { temperature: warmth }),
      ...(most !== undefined && { maxOutputTokens: most }),
    };
  });
  return {
    name: draft.name,
    caseSetId: draft.caseSetId,
    sources: [...draft.sources],
    models: [...draft.models],
    settings,
    repetitions: wholeOf(draft.repetitions) ?? 1,
    concurrency: wholeOf(draft.concurrency) ?? 1,
    passRate: (numberOf(draft.passRate) ?? 100) / 100,
    check: draft.check.trim() === '' ? null : draft.check.trim(),
    reuse: draft.reuse,
  };
}

export const sourceName = (source: SuiteSource): string =>
  source.kind === 'branch' ? source.branch : source.kind === 'label' ? source.label : `v${source.number}`;
