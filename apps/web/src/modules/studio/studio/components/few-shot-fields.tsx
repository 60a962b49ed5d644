import { useQuery } from '@tanstack/react-query';
import { Select } from '../../../../ui/select.tsx';
import { caseSetsQuery } from '../../suites/index.ts';
import { t } from '../messages.ts';
import { NumberSetting } from './settings-panel.tsx';
import type { TechniqueFieldsProps } from './techniques-panel.tsx';

const mostPairs = 20;
const mostTokens = 100_000;

type FewShotFieldsProps = TechniqueFieldsProps<'fewShot'> & { promptId: string };

/** Which set of cases, and how many of them at most. */
export function FewShotFields({ value, locked, promptId, onChange }: FewShotFieldsProps) {
  const { caseSetId, pairs, tokens } = value;
  const { data: sets } = useQuery(caseSetsQuery(promptId));
  const change = (next: Partial<typeof value>) => onChange({ ...value, ...next });
  const isThere = caseSetId !== null && sets?.some(({ id }) => id === caseSetId) === true;
  const open = { locked, greyed: false, hint: undefined };
  const whole = (most: number) => (count: number) =>
    Number.isInteger(count) && count >= 1 && count <= most ? undefined : t('notWhole', { from: 1, to: most });
  return (
    <>
      <Select
        label={t('fewShotSet')}
        hint={sets && hintOf(sets.length, caseSetId, isThere)}
        value={caseSetId ?? ''}
        disabled={locked}
        options={[
          ...(caseSetId === null ? [{ value: '', label: t('fewShotChoose') }] : []),
          // One of an extended prompt, or of none any more.
          ...(caseSetId !== null && !isThere
            ? [{ value: caseSetId, label: sets ? t('fewShotElsewhere') : '…' }]
            : []),
          ...(sets ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => event.target.value !== '' && change({ caseSetId: event.target.value })}
      />
      <div className="grid grid-cols-2 gap-3">
        <NumberSetting
          label={t('fewShotPairs')}
          value={pairs}
          {...open}
          check={whole(mostPairs)}
          onChange={(count) => count !== undefined && change({ pairs: count })}
        />
        <NumberSetting
          label={t('fewShotTokens')}
          value={tokens}
          {...open}
          check={whole(mostTokens)}
          onChange={(count) => count !== undefined && change({ tokens: count })}
        />
      </div>
    </>
  );
}

function hintOf(sets: number, caseSetId: string | null, isThere: boolean): string | undefined {
  if (caseSetId !== null) return isThere ? undefined : t('fewShotElsewhereHint');
  return sets === 0 ? t('fewShotNone') : t('fewShotUnnamed');
}
