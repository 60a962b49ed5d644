import { Button } from './button.tsx';

type LoadMoreProps = {
  label: string;
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
};

/** At the end of a list that comes in pages; nothing once all of it is there. */
export const LoadMore = ({ label, query }: LoadMoreProps) =>
  query.hasNextPage && (
    <div className="flex justify-center p-3">
      <Button
        size="small"
        kind="quiet"
        busy={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {label}
      </Button>
    </div>
  );
