import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { FileDrop } from '../../../../ui/file-drop.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { bringPrompt } from '../api/prompt-calls.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { promptAddress } from '../state/prompt-address.ts';
import {
  type ForeignLanguage,
  type ForeignPrompt,
  foreignLanguages,
  readForeignPrompt,
} from '../state/read-foreign-prompt.ts';
import { BroughtPrompt } from './brought-prompt.tsx';

export const languageNames: Record<ForeignLanguage, () => string> = {
  file: () => t('languageFile'),
  mustache: () => t('languageMustache', { mark: '{{name}}' }),
  dollar: () => t('languageDollar', { mark: '$' + '{name}' }),
  fstring: () => t('languageFString', { mark: '{name}' }),
  jinja: () => t('languageJinja'),
  handlebars: () => t('languageHandlebars'),
  dotprompt: () => t('languageDotprompt'),
  text: () => t('languageText'),
};

/** The same as in the contract and in the file format. */
const longestText = 1_000_000;

/** Takes in one prompt: pasted, or a file. What becomes of it and what is lost is seen before it is created. */
export function BringDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ForeignLanguage | null>(null);
  const [title, setTitle] = useState<string>();
  const [fileName, setFileName] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const settled = useDeferredValue(text);
  const read = useMemo(
    (): ForeignPrompt | undefined => (settled.trim() === '' ? undefined : readForeignPrompt(settled, chosen)),
    [settled, chosen],
  );
  const usual = read?.prompt?.title || fileName || frameText('untitled');
  const take = async ([file]: File[]) => {
    if (!file) return;
    setFailure(undefined);
    if (file.size > longestText * 4) return setFailure(t('bringTooLarge'));
    setText(await file.text());
    setFileName(file.name.replace(/(?:\.prompt)?\.\w+$/, ''));
  };
  const create = async () => {
    const now = readForeignPrompt(text, chosen);
    if (busy || !now.prompt) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const { id } = await bringPrompt({ ...now.prompt, title: title?.trim() || usual });
      void queries.invalidateQueries({ queryKey: ['prompts'] });
      onClose();
      void router.navigate({ href: promptAddress(id) });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      steadfast={text !== ''}
      onClose={onClose}
      size="large"
      title={t('bring')}
      description={t('bringHint')}
      actions={
        <Button kind="primary" busy={busy} disabled={!read?.prompt} onClick={() => void create()}>
          {t('bringCreate')}
        </Button>
      }
    >
      <div className="grid gap-4">
        {text === '' && (
          <FileDrop
            label={t('bringDrop')}
            hint={t('bringDropHint')}
            icon={<FileUp />}
            accept=".md,.prompt,.yaml,.yml,.json,.txt,.j2,.jinja,.hbs,.mustache"
            chooseLabel={t('bringChoose')}
            onFiles={(files) => void take(files)}
          />
        )}
        <TextArea
          label={t('bringText')}
          mono
          rows={6}
          spellCheck={false}
          maxLength={longestText}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="grid gap-4 md:grid-cols-2">
          <Select
            label={t('bringLanguage')}
            value={chosen ?? ''}
            placeholder={
              read && chosen === null
                ? t('bringGuessed', { language: languageNames[read.language]() })
                : t('bringGuess')
            }
            options={foreignLanguages.map((value) => ({ value, label: languageNames[value]() }))}
            onChange={(event) => setChosen((event.target.value || null) as ForeignLanguage | null)}
          />
          <TextField
            label={t('title')}
            maxLength={200}
            value={title ?? ''}
            placeholder={usual}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        {failure && <ProblemMessage>{failure}</ProblemMessage>}
        {read && <BroughtPrompt read={read} />}
      </div>
    </Dialog>
  );
}
