import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { inTurns } from '../state/in-turns.ts';
import { forgetRefusal, refuse } from '../state/refusals.ts';
import { unselect } from '../state/selection.ts';
import {
  archivePrompt,
  deletePrompt,
  duplicatePrompt,
  publishPrompt,
  restorePrompt,
  setFavorite,
  unarchivePrompt,
  unpublishPrompt,
} from './prompt-calls.ts';
import { changeShown, rememberShown } from './shown-prompts.ts';

type Prompts = readonly PromptSummary[];

type Step = {
  prompts: Prompts;
  /** What the rows become at once; undefined takes them out of the list. */
  shown: (prompt: PromptSummary) => PromptSummary | undefined;
  /** What the server answers of a row replaces what was shown. */
  call: (prompt: PromptSummary) => Promise<Partial<PromptSummary>>;
};

const removePrompt: Step['call'] = async (prompt) => {
  await deletePrompt(prompt);
  return {};
};

export type PromptActions = ReturnType<typeof usePromptActions>;

/** What one can do with prompts of a list: shown at once, taken back with the reason in the row when refused. */
export function usePromptActions() {
  const queries = useQueryClient();
  const readAgain = () => queries.invalidateQueries({ queryKey: ['prompts'] });

  const step = async ({ prompts, shown, call }: Step): Promise<Prompts> => {
    const ids = prompts.map(({ id }) => id);
    for (const id of ids) forgetRefusal(id);
    await queries.cancelQueries({ queryKey: ['prompts'] });
    const putBack = rememberShown(queries);
    changeShown(queries, ids, shown);
    const results = await inTurns(prompts, call);
    const done: PromptSummary[] = [];
    results.forEach((result, index) => {
      const prompt = prompts[index] as PromptSummary;
      if (result.status === 'fulfilled') {
        done.push({ ...prompt, ...result.value });
        return;
      }
      const { reason } = result;
      refuse(prompt.id, reason instanceof Error ? reason.message : String(reason));
    });
    if (done.length < prompts.length) putBack();
    for (const { id, status, revision, updatedAt } of done)
      changeShown(
        queries,
        [id],
        (row) => shown(row) && { ...row, ...shown(row), status, revision, updatedAt },
      );
    void readAgain();
    return done;
  };

  const back = (prompts: Prompts, call: Step['call']) => async () => {
    const results = await inTurns(prompts, call);
    for (const result of results)
      if (result.status === 'rejected')
        toast({
          tone: 'bad',
          text: result.reason instanceof Error ? result.reason.message : String(result.reason),
        });
    await readAgain();
  };

  const named = (prompts: Prompts) => ({ count: prompts.length, title: prompts[0]?.title ?? '' });

  return {
    favorite: (prompt: PromptSummary) =>
      step({
        prompts: [prompt],
        shown: (row) => ({ ...row, isFavorite: !prompt.isFavorite }),
        call: async (row) => {
          await setFavorite(row, !prompt.isFavorite);
          return { isFavorite: !prompt.isFavorite };
        },
      }),

    publish: (prompts: Prompts) =>
      step({ prompts, shown: (row) => ({ ...row, status: 'published' }), call: publishPrompt }),

    unpublish: (prompts: Prompts) =>
      step({ prompts, shown: (row) => ({ ...row, status: 'unpublished' }), call: unpublishPrompt }),

    async archive(prompts: Prompts) {
      unselect(prompts.map(({ id }) => id));
      const done = await step({ prompts, shown: () => undefined, call: archivePrompt });
      if (done.length > 0)
        toast({ text: t('archivedToast', named(done)), onUndo: () => void back(done, unarchivePrompt)() });
    },

    async unarchive(prompts: Prompts) {
      unselect(prompts.map(({ id }) => id));
      const done = await step({ prompts, shown: () => undefined, call: unarchivePrompt });
      if (done.length > 0)
        toast({ text: t('unarchivedToast', named(done)), onUndo: () => void back(done, archivePrompt)() });
    },

    async remove(prompts: Prompts) {
      unselect(prompts.map(({ id }) => id));
      const done = await step({ prompts, shown: () => undefined, call: removePrompt });
      if (done.length > 0)
        toast({ text: t('deleted', named(done)), onUndo: () => void back(done, restorePrompt)() });
    },

    async duplicate(prompt: PromptSummary) {
      forgetRefusal(prompt.id);
      try {
        const { title } = await duplicatePrompt(prompt);
        toast({ tone: 'ok', text: t('duplicated', { title }) });
      } catch (error) {
        refuse(prompt.id, error instanceof Error ? error.message : String(error));
      }
      await readAgain();
    },
  };
}
