import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { Star } from 'lucide-react';
import { classes } from '../../../../ui/classes.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { t } from '../messages.ts';

type FavoriteButtonProps = { prompt: PromptSummary; onToggle: () => void };

export function FavoriteButton({ prompt, onToggle }: FavoriteButtonProps) {
  const { isFavorite, title } = prompt;
  return (
    <IconButton
      size="small"
      label={isFavorite ? t('removeFavorite', { title }) : t('addFavorite', { title })}
      icon={<Star className={classes(isFavorite && 'fill-s4 text-s4')} />}
      onClick={onToggle}
      className={classes(
        !isFavorite &&
          'opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100',
      )}
    />
  );
}
