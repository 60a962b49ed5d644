import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { recentPromptsQuery } from '../api/prompt-list.ts';
import { t } from '../messages.ts';
import { promptAddress } from '../state/prompt-address.ts';
import { StartVault } from './start-vault.tsx';

/** The card of the home page: what was worked on last, or how to begin. */
export function RecentPrompts() {
  const { data, error, refetch, isFetching } = useQuery(recentPromptsQuery);
  if (data?.items.length === 0) return <StartVault />;
  return (
    <Card
      title={t('recent')}
      action={
        <ButtonLink kind="quiet" size="small" to="/prompts">
          {t('allPrompts')}
        </ButtonLink>
      }
    >
      {error && !data ? (
        <ProblemMessage
          className="m-3"
          action={
            <Button size="small" busy={isFetching} onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {t('recentFailed', { reason: error.message })}
        </ProblemMessage>
      ) : data ? (
        <ul>
          {data.items.map(({ id, title, path, updatedAt }) => (
            <li key={id} className="border-b border-line last:border-0">
              <Link
                to={promptAddress(id)}
                className="flex min-h-9 items-center gap-3 px-4 py-1 hover:bg-raise focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
              >
                <span className="min-w-0 shrink truncate font-medium">{title}</span>
                <span className="min-w-0 flex-1 truncate font-mono text-12 text-ink-3 max-md:hidden">
                  {path}
                </span>
                <RelativeTime time={updatedAt} className="ml-auto shrink-0 text-12 text-ink-3 tabular" />
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Card>
  );
}
