import { useQueryClient } from '@tanstack/react-query';
import { useMay } from '../../../../shell/session.ts';
import { useLive } from '../../../../wire/use-live.ts';
import { promptKey, promptListsKey } from './prompt-list.ts';

/** Asks anew for lists whenever a rating or a suite changes the score of a prompt; a guest has no list to be told of. */
export function useEffectivenessLive(): void {
  const queries = useQueryClient();
  const may = useMay();
  useLive(may('organization.read') ? 'effectiveness' : undefined, {
    onEvent: () => void queries.invalidateQueries({ queryKey: promptListsKey }),
  });
}

/** The same for one prompt that is shown. */
export function usePromptEffectivenessLive(promptId: string): void {
  const queries = useQueryClient();
  useLive(`prompt-effectiveness:${promptId}`, {
    onEvent: () => void queries.invalidateQueries({ queryKey: promptKey(promptId) }),
  });
}
