import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useShortcut } from '../../../../ui/use-shortcut.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { graphQuery } from '../api/branches.ts';
import { usePromptChanges } from '../api/prompt-changes.ts';
import { promptKey, versionQuery, versionsKey } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';
import { ImpactNote } from './impact.tsx';
import { type StaleSave, StaleSaveNote } from './stale-save.tsx';

type SaveButtonProps = {
  studio: Studio;
  /** Kept by the page: it outlives the layer, and is over once it was merged elsewhere on it. */
  stale: StaleSave | undefined;
  onStale: (stale: StaleSave | undefined) => void;
  onCompare: (version: number) => void;
  onSettle: (since: number | undefined, head: number) => void;
};

/** Makes a version of the draft. ⌘S asks what changed; a second time, or Enter, saves. */
export function SaveButton(props: SaveButtonProps) {
  const { studio } = props;
  const trigger = useRef<HTMLElement>(null);
  const cameFrom = useRef<HTMLElement>(undefined);
  // Kept while the layer is closed: to look at the other version, or by a wrong click.
  const [message, setMessage] = useState('');
  useShortcut('mod+s', () => {
    const form = document.getElementById('save-version');
    if (form instanceof HTMLFormElement) return form.requestSubmit();
    cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    trigger.current?.click();
  });
  /** Whoever came by the keys goes on where they were writing. */
  const leave = (close: () => void) => {
    close();
    cameFrom.current?.focus();
    cameFrom.current = undefined;
  };
  return (
    <Popover
      label={t('saveAs')}
      align="end"
      className="w-88 max-w-[calc(100vw-1rem)]"
      trigger={({ ref, ...props }) => (
        <Button
          {...props}
          ref={(element) => {
            ref(element);
            trigger.current = element;
          }}
          keys="mod+s"
          disabled={!studio.editing}
        >
          {t('save')}
        </Button>
      )}
    >
      {(close) => (
        <SaveForm {...props} message={message} setMessage={setMessage} onClose={() => leave(close)} />
      )}
    </Popover>
  );
}

type SaveFormProps = SaveButtonProps & {
  message: string;
  setMessage: (message: string) => void;
  onClose: () => void;
};

function SaveForm(props: SaveFormProps) {
  const { studio, message, setMessage, stale, onStale, onClose, onCompare, onSettle } = props;
  const { prompt, branch, draft, baseNumber, isEdited, isAwaited } = studio;
  const queries = useQueryClient();
  const { commit } = usePromptChanges(prompt.id);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const [merged, setMerged] = useState<{ sentence: string; undo: () => void }>();

  const save = async (expectedParent: number | null) => {
    if (isBusy || !draft) return;
    setIsBusy(true);
    setProblem(undefined);
    try {
      await draft.sync.settle();
      const { version, created } = await commit.mutateAsync({
        branch,
        expectedParent,
        message: message.trim(),
      });
      toast({ text: t(created ? 'savedVersion' : 'nothingToSave', { number: version.number }), tone: 'ok' });
      setMessage('');
      onStale(undefined);
      onClose();
    } catch (error) {
      const head = headOf(error);
      if (head === undefined) setProblem(error instanceof Error ? error.message : String(error));
      else {
        setMerged(undefined);
        onStale(await describe(head, expectedParent));
      }
    } finally {
      setIsBusy(false);
    }
  };
  const describe = async (number: number, since: number | null): Promise<StaleSave> => {
    void queries.invalidateQueries({ queryKey: promptKey(prompt.id) });
    void queries.invalidateQueries({ queryKey: versionsKey(prompt.id) });
    const head = await queries.fetchQuery(versionQuery(prompt.id, number)).catch(() => undefined);
    return { since, head: number, author: head?.author?.name, at: head?.createdAt };
  };
  const newest = useInfiniteQuery(graphQuery(prompt.id)).data?.pages[0]?.items[0]?.number;
  const next = Math.max(stale?.head ?? 0, newest ?? 0, studio.head ?? 0) + 1;
  return (
    <form
      id="save-version"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save(stale?.head ?? baseNumber ?? null);
      }}
    >
      {stale && (
        <StaleSaveNote
          key={stale.head}
          studio={studio}
          stale={stale}
          onCompare={() => {
            onClose();
            onCompare(stale.head);
          }}
          onSettle={() => {
            onClose();
            onSettle(stale.since ?? undefined, stale.head);
          }}
          onMerged={(sentence, undo) => {
            setMerged({ sentence, undo });
            onStale(undefined);
          }}
        />
      )}
      {merged && (
        <ProblemMessage
          severity="info"
          action={
            <Button
              size="small"
              kind="quiet"
              onClick={() => {
                merged.undo();
                setMerged(undefined);
              }}
            >
              {t('undo')}
            </Button>
          }
        >
          <p>{merged.sentence}</p>
          <p>{t('thenSave', { number: next })}</p>
        </ProblemMessage>
      )}
      {problem && <ProblemMessage>{problem}</ProblemMessage>}
      <TextField
        label={t('saveMessage')}
        placeholder={t('saveMessageHint')}
        value={message}
        maxLength={1000}
        onChange={(event) => setMessage(event.target.value)}
      />
      {isEdited && <ImpactNote promptId={prompt.id} />}
      <div className="flex items-center justify-end gap-2">
        {!isEdited && !isAwaited && baseNumber !== undefined && !stale && (
          <span className="mr-auto text-12 text-ink-3">{t('nothingToSave', { number: baseNumber })}</span>
        )}
        <Button type="submit" kind={stale ? 'plain' : 'primary'} keys="enter" busy={isBusy}>
          {stale ? t('saveOnTop', { number: stale.head }) : t('saveAsVersion', { number: next })}
        </Button>
      </div>
    </form>
  );
}

/** The newest version, when saving was refused because of it. */
function headOf(error: unknown): number | undefined {
  if (!(error instanceof ApiProblem) || error.code !== 'prompt.version_conflict') return undefined;
  const { head } = error.params;
  const isHead = typeof head === 'object' && head !== null && 'number' in head;
  return isHead && typeof head.number === 'number' ? head.number : undefined;
}
