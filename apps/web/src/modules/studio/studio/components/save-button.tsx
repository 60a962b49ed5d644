import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useShortcut } from '../../../../ui/use-shortcut.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { graphQuery } from '../api/branches.ts';
import { usePromptChanges } from '../api/prompt-changes.ts';
import { promptKey, type VersionSummary, versionQuery, versionsKey } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';
import { ImpactNote } from './impact.tsx';

type SaveButtonProps = { studio: Studio; onCompare: (version: number) => void };

/** Makes a version of the draft. ⌘S asks what changed; a second time, or Enter, saves. */
export function SaveButton({ studio, onCompare }: SaveButtonProps) {
  const trigger = useRef<HTMLElement>(null);
  const cameFrom = useRef<HTMLElement>(undefined);
  // Kept while the layer is closed: to look at the other version, or by a wrong click.
  const [message, setMessage] = useState('');
  const [conflict, setConflict] = useState<Conflict>();
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
        <SaveForm
          {...{ studio, onCompare, message, setMessage, conflict, setConflict }}
          onClose={() => leave(close)}
        />
      )}
    </Popover>
  );
}

type Conflict = { number: number; author: string | undefined; at: string | undefined };

type SaveFormProps = SaveButtonProps & {
  message: string;
  setMessage: (message: string) => void;
  conflict: Conflict | undefined;
  setConflict: (conflict: Conflict | undefined) => void;
  onClose: () => void;
};

function SaveForm(props: SaveFormProps) {
  const { studio, message, setMessage, conflict, setConflict, onClose, onCompare } = props;
  const { prompt, branch, draft, baseNumber, isEdited } = studio;
  const queries = useQueryClient();
  const { commit } = usePromptChanges(prompt.id);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

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
      setConflict(undefined);
      onClose();
    } catch (error) {
      const head = headOf(error);
      if (head === undefined) setProblem(error instanceof Error ? error.message : String(error));
      else setConflict(await describe(head));
    } finally {
      setIsBusy(false);
    }
  };
  const describe = async (number: number): Promise<Conflict> => {
    void queries.invalidateQueries({ queryKey: promptKey(prompt.id) });
    void queries.invalidateQueries({ queryKey: versionsKey(prompt.id) });
    const head = await queries.fetchQuery(versionQuery(prompt.id, number)).catch(() => undefined);
    return { number, author: head?.author?.name, at: (head as VersionSummary | undefined)?.createdAt };
  };
  const newest = useInfiniteQuery(graphQuery(prompt.id)).data?.pages[0]?.items[0]?.number;
  const next = Math.max(conflict?.number ?? 0, newest ?? 0, studio.head ?? 0) + 1;
  return (
    <form
      id="save-version"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save(conflict?.number ?? baseNumber ?? null);
      }}
    >
      {conflict && (
        <ProblemMessage severity="warning">
          <p className="font-medium">
            {conflict.author
              ? t('conflictTitle', { author: conflict.author, number: conflict.number, time: '' }).trim()
              : t('conflictTitleUnknown', { number: conflict.number })}{' '}
            {conflict.at && <RelativeTime time={conflict.at} />}
          </p>
          <p>{t('conflictHint', { number: conflict.number })}</p>
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
        {!isEdited && baseNumber !== undefined && !conflict && (
          <span className="mr-auto text-12 text-ink-3">{t('nothingToSave', { number: baseNumber })}</span>
        )}
        {conflict && (
          <Button
            onClick={() => {
              onClose();
              onCompare(conflict.number);
            }}
          >
            {t('compareWith', { number: conflict.number })}
          </Button>
        )}
        <Button type="submit" kind="primary" keys="enter" busy={isBusy}>
          {conflict ? t('saveOnTop', { number: conflict.number }) : t('saveAsVersion', { number: next })}
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
