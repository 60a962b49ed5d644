import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { type ImportSession, importsKey, undoImport } from './imports.ts';

/** Takes the prompts of an import away again, except those that someone changed since. */
export function useUndoImport(session: Pick<ImportSession, 'id' | 'created'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => undoImport(session.id),
    onSuccess: async ({ removed, created }) => {
      const kept = created - removed;
      const text = [t('undone', { count: removed }), kept > 0 && t('undoneKept', { count: kept })];
      toast({ text: text.filter(Boolean).join(' ') });
      await Promise.all([
        queries.invalidateQueries({ queryKey: importsKey }),
        queries.invalidateQueries({ queryKey: ['prompts'] }),
      ]);
    },
  });
}
