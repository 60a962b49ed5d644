import { Chip } from '../../../../ui/chip.tsx';
import { t } from '../messages.ts';

/** The first tags, the rest as a number that names them on hover. */
export function TagList({ tags, most = 2 }: { tags: readonly string[]; most?: number }) {
  const rest = tags.slice(most);
  return (
    <span className="flex min-w-0 items-center gap-1">
      {tags.slice(0, most).map((tag) => (
        <Chip key={tag} className="min-w-0">
          {tag}
        </Chip>
      ))}
      {rest.length > 0 && (
        <span className="text-12 text-ink-3 tabular" title={rest.join(', ')}>
          {t('moreTags', { count: rest.length })}
        </span>
      )}
    </span>
  );
}
