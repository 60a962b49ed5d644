import type { PromptDocument } from '@promptvault/document';
import type { Techniques } from '@promptvault/document/techniques';
import type { ReactNode } from 'react';
import { Switch } from '../../../../ui/switch.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { t } from '../messages.ts';
import { changeTechniques } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import { firstTechniques } from '../state/first-techniques.ts';
import { ConsistencyFields } from './consistency-fields.tsx';
import { FewShotFields } from './few-shot-fields.tsx';
import { NumberSetting } from './settings-panel.tsx';
import { TreeFields } from './tree-fields.tsx';

type TechniquesPanelProps = {
  document: PromptDocument;
  editing: DraftEditing | undefined;
  promptId: string;
};

export type TechniqueFieldsProps<Name extends keyof Techniques> = {
  value: NonNullable<Techniques[Name]>;
  locked: boolean;
  onChange: (next: NonNullable<Techniques[Name]>) => void;
};

/** What changes how the prompt is run, each switched on by itself, with what can be said about it below. */
export function TechniquesPanel({ document, editing, promptId }: TechniquesPanelProps) {
  const { techniques = {} } = document;
  const propsOf = <Name extends keyof Techniques>(name: Name) => ({
    on: techniques[name] !== undefined,
    locked: !editing,
    onSwitch: (on: boolean) =>
      editing?.edit(changeTechniques({ [name]: on ? firstTechniques[name] : undefined })),
  });
  const change = (next: Techniques) => editing?.type(changeTechniques(next));
  const { chainOfThought, selfConsistency, treeOfThoughts, react, fewShot } = techniques;
  return (
    <div className="grid max-w-140 gap-3 py-1">
      <Technique label={t('chainOfThought')} hint={t('chainOfThoughtHint')} {...propsOf('chainOfThought')}>
        {chainOfThought && (
          <TextArea
            label={t('thinkingInstruction')}
            hint={t('thinkingInstructionHint')}
            placeholder={t('thinkingStepByStep')}
            rows={1}
            className="[&_textarea]:min-h-8!"
            maxLength={4_000}
            value={chainOfThought.instruction ?? ''}
            readOnly={!editing}
            onChange={(event) => change({ chainOfThought: { instruction: event.target.value || null } })}
          />
        )}
      </Technique>
      <Technique label={t('fewShot')} hint={t('fewShotHint')} {...propsOf('fewShot')}>
        {fewShot && (
          <FewShotFields
            value={fewShot}
            locked={!editing}
            promptId={promptId}
            onChange={(next) => change({ fewShot: next })}
          />
        )}
      </Technique>
      <Technique label={t('selfConsistency')} hint={t('selfConsistencyHint')} {...propsOf('selfConsistency')}>
        {selfConsistency && (
          <ConsistencyFields
            value={selfConsistency}
            locked={!editing}
            onChange={(next) => change({ selfConsistency: next })}
          />
        )}
      </Technique>
      <Technique label={t('treeOfThoughts')} hint={treeHint(document)} {...propsOf('treeOfThoughts')}>
        {treeOfThoughts && (
          <TreeFields
            value={treeOfThoughts}
            locked={!editing}
            onChange={(next) => change({ treeOfThoughts: next })}
          />
        )}
      </Technique>
      <Technique label={t('react')} hint={t('reactHint')} {...propsOf('react')}>
        {react && (
          <NumberSetting
            label={t('reactSteps')}
            value={react.steps}
            locked={!editing}
            greyed={false}
            hint={document.tools.length === 0 ? t('reactNoTools') : undefined}
            check={(steps) =>
              Number.isInteger(steps) && steps >= 1 && steps <= 12
                ? undefined
                : t('notWhole', { from: 1, to: 12 })
            }
            onChange={(steps) => steps !== undefined && change({ react: { steps } })}
          />
        )}
      </Technique>
    </div>
  );
}

/** What the tree leaves out of this prompt, else what it is. */
function treeHint({ techniques = {}, tools }: PromptDocument): string {
  if (!techniques.treeOfThoughts) return t('treeOfThoughtsHint');
  const leftOut = [techniques.selfConsistency && t('treeNoVote'), tools.length > 0 && t('treeNoTools')];
  return leftOut.filter((words) => typeof words === 'string').join(' ') || t('treeOfThoughtsHint');
}

type TechniqueProps = {
  label: string;
  hint: string;
  on: boolean;
  locked: boolean;
  onSwitch: (on: boolean) => void;
  children: ReactNode;
};

function Technique({ label, hint, on, locked, onSwitch, children }: TechniqueProps) {
  return (
    <div className="grid gap-2">
      <Switch
        label={label}
        hint={hint}
        checked={on}
        disabled={locked}
        onChange={(event) => onSwitch(event.target.checked)}
      />
      {on && <div className="grid gap-3 border-l-2 border-line pl-3">{children}</div>}
    </div>
  );
}
