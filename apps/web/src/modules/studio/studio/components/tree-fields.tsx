import { type TreeOfThoughts, treeForecast } from '@promptvault/document/techniques';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { t } from '../messages.ts';
import { NumberSetting } from './settings-panel.tsx';
import type { TechniqueFieldsProps } from './techniques-panel.tsx';

const most = { branching: 8, depth: 8, width: 8, calls: 200, thoughtTokens: 32_000, tokens: 100_000_000 };
const longestWords = 4_000;

const whole = (from: number, to: number) => (value: number) =>
  Number.isInteger(value) && value >= from && value <= to ? undefined : t('notWhole', { from, to });
const within = (from: number, to: number) => (value: number) =>
  value >= from && value <= to ? undefined : t('notInRange', { from, to });

type Fields = TechniqueFieldsProps<'treeOfThoughts'>;

/** How a tree grows, who judges it, what is followed, and what all of it may take. */
export function TreeFields({ value, locked, onChange }: Fields) {
  const change = (next: Partial<TreeOfThoughts>) => onChange({ ...value, ...next });
  const open = { locked, greyed: false, hint: undefined };
  const { branching, depth, thoughtTokens, temperature, instruction, answer, budget } = value;
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <NumberSetting
          label={t('treeBranching')}
          value={branching}
          {...open}
          check={whole(1, most.branching)}
          onChange={(count) => count !== undefined && change({ branching: count })}
        />
        <NumberSetting
          label={t('treeDepth')}
          value={depth}
          {...open}
          check={whole(1, most.depth)}
          onChange={(count) => count !== undefined && change({ depth: count })}
        />
        <NumberSetting
          label={t('treeThoughtTokens')}
          value={thoughtTokens}
          {...open}
          check={whole(16, most.thoughtTokens)}
          onChange={(count) => count !== undefined && change({ thoughtTokens: count })}
        />
        <NumberSetting
          label={t('treeTemperature')}
          value={temperature ?? undefined}
          {...open}
          check={within(0, 10)}
          onChange={(degree) => change({ temperature: degree ?? null })}
        />
      </div>
      <Words
        label={t('treeInstruction')}
        placeholder={t('treeInstructionNone')}
        value={instruction}
        locked={locked}
        onChange={(words) => change({ instruction: words })}
      />
      <JudgeFields value={value} locked={locked} onChange={onChange} />
      <SearchFields value={value} locked={locked} onChange={onChange} />
      <Select
        label={t('treeAnswer')}
        value={answer}
        disabled={locked}
        options={[
          { value: 'write', label: t('treeWrite') },
          { value: 'leaf', label: t('treeLeaf') },
        ]}
        onChange={(event) => change({ answer: event.target.value === 'leaf' ? 'leaf' : 'write' })}
      />
      <div className="grid grid-cols-2 gap-3">
        <NumberSetting
          label={t('treeCalls')}
          value={budget.calls}
          {...open}
          check={whole(3, most.calls)}
          onChange={(calls) => calls !== undefined && change({ budget: { ...budget, calls } })}
        />
        <NumberSetting
          label={t('treeTokens')}
          value={budget.tokens ?? undefined}
          {...open}
          check={whole(1, most.tokens)}
          onChange={(tokens) => change({ budget: { ...budget, tokens: tokens ?? null } })}
        />
        <NumberSetting
          label={t('treeDollars')}
          value={budget.microDollars === null ? undefined : budget.microDollars / 1e6}
          {...open}
          check={within(0.000_001, 1_000_000)}
          onChange={(dollars) =>
            change({
              budget: {
                ...budget,
                microDollars: dollars === undefined ? null : Math.max(1, Math.round(dollars * 1e6)),
              },
            })
          }
        />
      </div>
      <p className="text-12 text-ink-3 tabular">
        {t('treeForecastHere', { count: treeForecast(value, { inputTokens: 0, answerTokens: 0 }).calls })}
      </p>
    </>
  );
}

/** The scale bounds what a thought is followed by, which moves along with it. */
function JudgeFields({ value, locked, onChange }: Fields) {
  const { evaluator, scale } = value;
  const open = { locked, greyed: false, hint: undefined };
  const rescale = (next: typeof scale) => {
    if (next.from < next.to) onChange({ ...value, scale: next, search: searchWithin(value.search, next) });
  };
  const order = (from: number, to: number) => (from < to ? undefined : t('treeNotBelow'));
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('treeEvaluator')}
          className="col-span-full"
          value={evaluator.by}
          disabled={locked}
          options={[
            { value: 'rubric', label: t('treeRubric') },
            { value: 'prompt', label: t('treePrompt') },
          ]}
          onChange={(event) =>
            onChange({
              ...value,
              evaluator:
                event.target.value === 'prompt'
                  ? { by: 'prompt', prompt: t('treePromptFirst') }
                  : { by: 'rubric', rubric: null },
            })
          }
        />
        <NumberSetting
          label={t('treeFrom')}
          value={scale.from}
          {...open}
          check={(from) => within(-1_000, 1_000)(from) ?? order(from, scale.to)}
          onChange={(from) => from !== undefined && rescale({ ...scale, from })}
        />
        <NumberSetting
          label={t('treeTo')}
          value={scale.to}
          {...open}
          check={(to) => within(-1_000, 1_000)(to) ?? order(scale.from, to)}
          onChange={(to) => to !== undefined && rescale({ ...scale, to })}
        />
      </div>
      {evaluator.by === 'rubric' ? (
        <Words
          label={t('treeRubricWords')}
          placeholder={t('treeRubricNone')}
          value={evaluator.rubric}
          locked={locked}
          onChange={(rubric) => onChange({ ...value, evaluator: { by: 'rubric', rubric } })}
        />
      ) : (
        <Words
          label={t('treePromptWords')}
          hint={t('treePromptHint')}
          value={evaluator.prompt}
          locked={locked}
          onChange={(prompt) =>
            prompt !== null && onChange({ ...value, evaluator: { by: 'prompt', prompt } })
          }
        />
      )}
    </>
  );
}

function SearchFields({ value, locked, onChange }: Fields) {
  const { search, scale } = value;
  const open = { locked, greyed: false, hint: undefined };
  const middle = Math.round((scale.from + scale.to) / 2);
  const change = (next: typeof search) => onChange({ ...value, search: next });
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={t('treeSearch')}
        className="col-span-full"
        value={search.by}
        disabled={locked}
        options={[
          { value: 'beam', label: t('treeBeam') },
          { value: 'depth_first', label: t('treeDepthFirst') },
        ]}
        onChange={(event) =>
          change(
            event.target.value === 'depth_first'
              ? { by: 'depth_first', threshold: middle }
              : { by: 'beam', width: 2, prune: null },
          )
        }
      />
      {search.by === 'beam' ? (
        <>
          <NumberSetting
            label={t('treeWidth')}
            value={search.width}
            {...open}
            check={whole(1, most.width)}
            onChange={(width) => width !== undefined && change({ ...search, width })}
          />
          <NumberSetting
            label={t('treePrune')}
            value={search.prune ?? undefined}
            {...open}
            check={within(scale.from, scale.to)}
            onChange={(prune) => change({ ...search, prune: prune ?? null })}
          />
        </>
      ) : (
        <NumberSetting
          label={t('treeThreshold')}
          value={search.threshold}
          {...open}
          check={within(scale.from, scale.to)}
          onChange={(threshold) => threshold !== undefined && change({ ...search, threshold })}
        />
      )}
    </div>
  );
}

function searchWithin(
  search: TreeOfThoughts['search'],
  { from, to }: TreeOfThoughts['scale'],
): TreeOfThoughts['search'] {
  const fit = (score: number) => Math.min(to, Math.max(from, score));
  if (search.by === 'depth_first') return { ...search, threshold: fit(search.threshold) };
  return { ...search, prune: search.prune === null ? null : fit(search.prune) };
}

type WordsProps = {
  label: string;
  hint?: string;
  placeholder?: string;
  value: string | null;
  locked: boolean;
  /** Null where nothing is written. */
  onChange: (words: string | null) => void;
};

const Words = ({ value, locked, onChange, ...rest }: WordsProps) => (
  <TextArea
    {...rest}
    rows={1}
    className="[&_textarea]:min-h-8!"
    maxLength={longestWords}
    value={value ?? ''}
    readOnly={locked}
    onChange={(event) => onChange(event.target.value || null)}
  />
);
