import type { AnswerRule } from '@promptvault/document/techniques';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import { DrawFields } from './draw-fields.tsx';
import { NumberSetting } from './settings-panel.tsx';
import type { TechniqueFieldsProps } from './techniques-panel.tsx';

const mostSamples = 20;

const rules = {
  whole: { name: () => t('answerWhole'), first: { by: 'whole' } },
  last_line: { name: () => t('answerLastLine'), first: { by: 'last_line' } },
  last_number: { name: () => t('answerLastNumber'), first: { by: 'last_number' } },
  after: { name: () => t('answerAfter'), first: { by: 'after', marker: 'Answer:' } },
  json: { name: () => t('answerJson'), first: { by: 'json', pointer: '' } },
} as const satisfies Record<AnswerRule['by'], { name: () => string; first: AnswerRule }>;

/** How many are asked, how daring they are, and what of each is its answer. */
export function ConsistencyFields({ value, locked, onChange }: TechniqueFieldsProps<'selfConsistency'>) {
  const { samples, answer } = value;
  const change = (next: Partial<typeof value>) => onChange({ ...value, ...next });
  const open = { locked, greyed: false, hint: undefined };
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <NumberSetting
          label={t('samplesAsked')}
          value={samples}
          {...open}
          check={(count) =>
            Number.isInteger(count) && count >= 2 && count <= mostSamples
              ? undefined
              : t('notWhole', { from: 2, to: mostSamples })
          }
          onChange={(count) => count !== undefined && change({ samples: count })}
        />
      </div>
      <DrawFields
        value={value}
        locked={locked}
        onChange={({ temperature, draw }) => {
          const { draw: _before, ...rest } = value;
          onChange({ ...rest, temperature, ...(draw && { draw }) });
        }}
      />
      <Select
        label={t('answerRule')}
        hint={t('answerRuleHint')}
        value={answer.by}
        disabled={locked}
        options={Object.entries(rules).map(([by, { name }]) => ({ value: by, label: name() }))}
        onChange={(event) => change({ answer: rules[event.target.value as AnswerRule['by']].first })}
      />
      {answer.by === 'after' && (
        <TextField
          label={t('answerMarker')}
          maxLength={200}
          value={answer.marker}
          readOnly={locked}
          onChange={(event) =>
            event.target.value !== '' && change({ answer: { by: 'after', marker: event.target.value } })
          }
        />
      )}
      {answer.by === 'json' && (
        <TextField
          label={t('answerPointer')}
          hint={t('answerPointerHint')}
          mono
          maxLength={500}
          value={answer.pointer}
          readOnly={locked}
          onChange={(event) => {
            const typed = event.target.value;
            const pointer = typed === '' || typed.startsWith('/') ? typed : `/${typed}`;
            change({ answer: { by: 'json', pointer } });
          }}
        />
      )}
    </>
  );
}
