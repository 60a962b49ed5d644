import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

const mayHelp = (failures: number, error: unknown) =>
  failures < 2 && error instanceof ApiProblem && error.passing && error.status !== 429;

type QueryClientOptions = { onSignedOut?: () => void };

/** Reads stay fresh for half a minute and are tried again only when that can help; writes are never repeated. */
export function createQueryClient({ onSignedOut }: QueryClientOptions = {}): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401 && error.code.startsWith('auth.'))
      onSignedOut?.();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: mayHelp,
        retryDelay: (failures) => Math.min(400 * 2 ** failures, 4_000),
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
