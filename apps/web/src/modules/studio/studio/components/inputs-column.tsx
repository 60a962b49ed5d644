import type { AbilityName } from '@promptvault/contract/studio/models/shapes';
import { kindOf } from '@promptvault/wire/read-attachment';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Select } from '../../../../ui/select.tsx';
import { ContextPanel } from '../../context/index.ts';
import { ModelPicker } from '../../models/index.ts';
import { answerCacheQuery } from '../../runs/index.ts';
import { t } from '../messages.ts';
import type { useRunPrompt } from '../state/use-run-prompt.ts';
import type { Studio, useTouched } from '../state/use-studio.ts';
import { PrivateChoices, PrivateSwitch } from './private-choice.tsx';
import { RunAttachments } from './run-attachments.tsx';
import { VariableForm } from './variable-form.tsx';

const sampleCounts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** What the prompt at hand asks of a model. */
const needsOf = ({ document, rendering, attached }: Studio): AbilityName[] => [
  ...new Set(attached.files.map((file) => (kindOf(file) === 'image' ? 'vision' : 'pdf'))),
  ...(rendering.rendered.tools.length > 0 ? (['tools'] as const) : []),
  ...(document.responseSchema !== null ? (['schema'] as const) : []),
];

type InputsColumnProps = {
  studio: Studio;
  touched: ReturnType<typeof useTouched>;
  runner: ReturnType<typeof useRunPrompt>;
};

/** Where an earlier answer would be given again, whether to ask all the same. */
function FreshChoice({ studio, runner }: Pick<InputsColumnProps, 'studio' | 'runner'>) {
  const { data } = useQuery(answerCacheQuery);
  if (!data?.enabled || studio.rendering.rendered.settings.temperature !== 0) return null;
  return (
    <Checkbox
      className="pt-2"
      label={t('askAfresh')}
      hint={t('askAfreshHint')}
      checked={runner.fresh}
      onChange={(event) => runner.setFresh(event.target.checked)}
    />
  );
}

/** What goes into the prompt besides its text: values, files, and the models it is run on. */
export function InputsColumn({ studio, touched, runner }: InputsColumnProps) {
  const { pack, setPack, attached, budget, models, privately } = studio;
  return (
    <div className="pb-8">
      <VariableForm studio={studio} touched={touched} />
      {studio.mayRun && <RunAttachments studio={studio} />}
      <div className="border-b border-line px-2 py-1">
        <ContextPanel pack={pack} onPackChange={setPack} family={budget.family} />
        {pack.items.length + attached.files.length > 0 && !privately.isOn && (
          <Checkbox
            className="px-2 pt-1 pb-2"
            label={t('keepContext')}
            hint={t('keepContextHint')}
            checked={runner.keepContext}
            onChange={(event) => runner.setKeepContext(event.target.checked)}
          />
        )}
      </div>
      {studio.mayRun && !privately.isOn && runner.toConfirm.length > 0 && (
        <fieldset className="grid gap-1 border-b border-line px-4 py-2">
          <legend className="float-left mb-1 font-semibold">{t('confirmTools')}</legend>
          {runner.toConfirm.map((tool) => (
            <Checkbox
              key={`${tool.name} ${tool.calls}`}
              className="clear-both"
              label={t('confirmTool', tool)}
              hint={t('confirmToolHint')}
              checked={tool.agreed}
              onChange={(event) => runner.confirmTool(tool, event.target.checked)}
            />
          ))}
        </fieldset>
      )}
      {studio.mayRun && (
        <section id="studio-models" aria-label={t('models')} className="px-4 py-2">
          <h2 className="flex min-h-8 items-center font-semibold">{t('models')}</h2>
          <PrivateSwitch studio={studio} />
          {privately.isOn ? (
            <PrivateChoices studio={studio} />
          ) : (
            <ModelPicker
              chosen={models.choices}
              onChange={models.choose}
              inputTokens={budget.used}
              promptNeeds={needsOf(studio)}
            />
          )}
          {(privately.isOn ? privately : models).choices.length > 0 && (
            <Select
              className="mt-2 w-40"
              label={t('samples')}
              value={runner.samples}
              options={sampleCounts.map((count) => ({ value: String(count), label: String(count) }))}
              onChange={(event) => runner.setSamples(Number(event.target.value))}
            />
          )}
          {!privately.isOn && <FreshChoice studio={studio} runner={runner} />}
        </section>
      )}
    </div>
  );
}
