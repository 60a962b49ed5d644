import type { Me } from '@promptvault/contract/account/identity/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { onTheme, themeChoice } from '../../../../shell/theme.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { changeMe, meQuery } from './me.ts';

const isOwnTheme = (choice: string): choice is Me['theme'] => ['auto', 'light', 'dark'].includes(choice);

/** Keeps the theme chosen in this browser with the account, wherever on the page it was chosen. */
export function useKeptTheme(me: Me | undefined): void {
  const queries = useQueryClient();
  const keep = useEffectEvent(async () => {
    const theme = themeChoice();
    if (!me || !isOwnTheme(theme) || theme === me.theme) return;
    try {
      queries.setQueryData(meQuery.queryKey, await changeMe(me, { theme }));
    } catch (error) {
      // The choice stands in this browser all the same; a profile that changed meanwhile is read again.
      if (!(error instanceof ApiProblem)) throw error;
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    }
  });
  useEffect(() => onTheme(() => void keep()), []);
}
