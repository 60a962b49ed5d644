import { AvatarStack } from '../../../../ui/avatar.tsx';
import { Tooltip } from '../../../../ui/tooltip.tsx';
import { usePromptReading } from '../../../vault/prompts/index.ts';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';

/** Who looks at the prompt without writing; and, for who may not write, who does. Being shown says that one is here. */
export function Readers({ studio: { prompt, mayWrite } }: { studio: Studio }) {
  const { editors, readers } = usePromptReading(prompt.id);
  return (
    <>
      {!mayWrite && <Faces names={editors} label={t('editorsHere', { names: editors.join(', ') })} />}
      <Faces names={readers} label={t('readersHere', { names: readers.join(', ') })} grey />
    </>
  );
}

function Faces({ names, label, grey }: { names: readonly string[]; label: string; grey?: boolean }) {
  if (names.length === 0) return null;
  return (
    <Tooltip text={label} names>
      <span role="img" aria-label={label} className={grey ? 'grayscale' : undefined}>
        <AvatarStack names={names} most={3} />
      </span>
    </Tooltip>
  );
}
