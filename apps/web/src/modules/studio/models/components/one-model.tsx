import type { ModelChoice } from '../api/models.ts';
import { ModelPicker } from './model-picker.tsx';

interface OneModelProps {
  label: string;
  chosen: readonly ModelChoice[];
  onChange: (chosen: ModelChoice[]) => void;
  /** Said below where none is chosen; nothing before anybody has tried without. */
  fault: string | undefined;
}

/** A field of a form that asks one model, and no chain: whichever was chosen last. */
export function OneModel({ label, chosen, onChange, fault }: OneModelProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-12 font-medium text-ink-2">{label}</legend>
      <ModelPicker
        chosen={chosen}
        hint=""
        onChange={(next) => onChange(next.filter(({ chainId }) => chainId === undefined).slice(-1))}
      />
      {fault && <p className="text-12 text-bad">{fault}</p>}
    </fieldset>
  );
}
