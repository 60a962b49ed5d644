import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { t } from '../messages.ts';
import { folderStore, useFolder } from '../state/use-folder.ts';

/** What is left out of the list: switches act at once, the person's own rules when applied. */
export function FolderSettings() {
  const { settings } = useFolder();
  const store = folderStore();
  const [rules, setRules] = useState(settings.ownRules);
  const id = useId();
  return (
    <form
      aria-labelledby={id}
      className="flex flex-col gap-2 border-b border-line bg-raise/50 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        store.change({ ownRules: rules });
        void store.rescan();
      }}
    >
      <h3 id={id} className="text-12 font-medium text-ink-2">
        {t('folderSettings')}
      </h3>
      <Checkbox
        label={t('showIgnored')}
        checked={settings.showIgnored}
        onChange={(event) => store.change({ showIgnored: event.target.checked })}
      />
      <Checkbox
        label={t('hideDefaults')}
        checked={settings.hideDefaults}
        onChange={(event) => {
          store.change({ hideDefaults: event.target.checked });
          void store.rescan();
        }}
      />
      <TextArea
        mono
        rows={3}
        label={t('ownRules')}
        hint={t('ownRulesHint')}
        value={rules}
        onChange={(event) => setRules(event.target.value)}
      />
      <Button type="submit" size="small" className="self-start" disabled={rules === settings.ownRules}>
        {t('applyRules')}
      </Button>
    </form>
  );
}
