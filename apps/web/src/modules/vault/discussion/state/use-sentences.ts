import { useQuery } from '@tanstack/react-query';
import type { ActivitySentences } from '../../../../shell/activity-sentences.ts';
import { webModules } from '../../../../shell/modules.ts';

/** The sentences of all modules, loaded when the first activity is shown. */
export function useSentences(): ActivitySentences | undefined {
  const { data } = useQuery({
    queryKey: ['activity-sentences'],
    queryFn: async () => {
      const all = await Promise.all(webModules.map(({ activity }) => activity?.()));
      return Object.assign({}, ...all.map((one) => one?.sentences ?? {})) as ActivitySentences;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
