import { SAMPLING_STRATEGY_NAMES } from '@promptvault/document';
import { drawSample, type SampleDraw, type SelfConsistency } from '@promptvault/document/techniques';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Select } from '../../../../ui/select.tsx';
import { strategyName } from '../../models/index.ts';
import { t } from '../messages.ts';
import { NumberSetting } from './settings-panel.tsx';

type Drawn = Pick<SelfConsistency, 'temperature' | 'draw'>;

const firstLadder: SampleDraw = { by: 'ladder', from: 0.2, to: 1 };
const firstStrategies: SampleDraw = { by: 'strategies', strategies: ['precise', 'balanced', 'creative'] };

/** Ways to draw samples, and what each begins with. */
const ways = {
  settings: { name: () => t('drawSettings'), first: { temperature: null, draw: undefined } },
  temperature: { name: () => t('drawTemperature'), first: { temperature: 0.7, draw: undefined } },
  ladder: { name: () => t('drawLadder'), first: { temperature: null, draw: firstLadder } },
  strategies: { name: () => t('drawStrategies'), first: { temperature: null, draw: firstStrategies } },
} as const satisfies Record<string, { name: () => string; first: Drawn }>;
type Way = keyof typeof ways;

const wayOf = ({ temperature, draw }: Drawn): Way =>
  draw ? draw.by : temperature === null ? 'settings' : 'temperature';

type DrawFieldsProps = { value: SelfConsistency; locked: boolean; onChange: (next: Drawn) => void };

/** How the samples of a vote are drawn: alike, or spread so that they differ. */
export function DrawFields({ value, locked, onChange }: DrawFieldsProps) {
  const { temperature, draw } = value;
  const open = { locked, greyed: false, hint: undefined };
  const degree = (label: string, of: number, change: (next: number) => void) => (
    <NumberSetting
      label={label}
      value={of}
      {...open}
      check={(next) => (next >= 0 && next <= 10 ? undefined : t('notInRange', { from: 0, to: 10 }))}
      onChange={(next) => next !== undefined && change(next)}
    />
  );
  return (
    <div className="grid gap-2">
      <Select
        label={t('draw')}
        hint={draw ? t('drawnInOrder', { samples: inOrder(value) }) : undefined}
        value={wayOf(value)}
        disabled={locked}
        options={Object.entries(ways).map(([way, { name }]) => ({ value: way, label: name() }))}
        onChange={(event) => onChange(ways[event.target.value as Way].first)}
      />
      {!draw && temperature !== null && (
        <div className="grid grid-cols-2 gap-3">
          {degree(t('samplesTemperature'), temperature, (next) => onChange({ temperature: next }))}
        </div>
      )}
      {draw?.by === 'ladder' && (
        <div className="grid grid-cols-2 gap-3">
          {degree(t('ladderFrom'), draw.from, (from) => onChange({ temperature, draw: { ...draw, from } }))}
          {degree(t('ladderTo'), draw.to, (to) => onChange({ temperature, draw: { ...draw, to } }))}
        </div>
      )}
      {draw?.by === 'strategies' && (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="sr-only">{t('drawStrategies')}</legend>
          {SAMPLING_STRATEGY_NAMES.map((name) => {
            const isOn = draw.strategies.includes(name);
            return (
              <Checkbox
                key={name}
                label={strategyName(name)}
                checked={isOn}
                // One of them stays.
                disabled={locked || (isOn && draw.strategies.length === 1)}
                onChange={(event) => {
                  const wanted = event.target.checked
                    ? [...draw.strategies, name]
                    : draw.strategies.filter((each) => each !== name);
                  const strategies = SAMPLING_STRATEGY_NAMES.filter((each) => wanted.includes(each));
                  onChange({ temperature, draw: { by: 'strategies', strategies } });
                }}
              />
            );
          })}
        </fieldset>
      )}
    </div>
  );
}

/** `0.2, 0.4, 0.6` or `Precise, Diverse, Precise`: what each sample is drawn with. */
function inOrder(plan: SelfConsistency): string {
  const each = Array.from({ length: plan.samples }, (_, number) => {
    const { sampling, temperature } = drawSample({}, plan, number);
    return sampling ? strategyName(sampling) : String(temperature);
  });
  return each.join(', ');
}
