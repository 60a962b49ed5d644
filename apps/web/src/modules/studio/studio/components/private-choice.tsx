import { Switch } from '../../../../ui/switch.tsx';
import { differences, needsServer, PrivateModels, privateText as t } from '../../runs/index.ts';
import type { Studio } from '../state/use-studio.ts';

/** Whether this prompt is run straight from this browser; not shown where the organization does not allow it. */
export function PrivateSwitch({ studio: { privately } }: { studio: Studio }) {
  if (privately.isAllowed !== true) return null;
  return (
    <Switch
      className="mb-2"
      label={t('switch')}
      hint={privately.isOn ? t('switchHint') : t('switchOff')}
      checked={privately.isOn}
      onChange={(event) => privately.setOn(event.target.checked)}
    />
  );
}

/** The models of this browser, and what is done otherwise than on the server. */
export function PrivateChoices({ studio: { privately, rendering } }: { studio: Studio }) {
  const needs = needsServer(rendering.rendered);
  return (
    <>
      <PrivateModels chosen={privately.choices} onChange={privately.choose} />
      {[...(needs ? [needs] : []), ...differences(rendering.rendered)].map((text) => (
        <p key={text} className="mt-1 text-12 text-warn">
          {text}
        </p>
      ))}
    </>
  );
}
