import { Navigate } from '@tanstack/react-router';
import { Columns3 } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useSession } from '../../../../shell/session.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { lastPrompt } from '../state/last-prompt.ts';

/** The studio without a prompt: the one worked on last, or a way to choose one. */
export function LastPromptPage() {
  const promptId = lastPrompt(useSession()?.organization.id ?? '');
  if (promptId !== undefined) return <Navigate to="/prompts/$promptId" params={{ promptId }} replace />;
  return (
    <Page title={frameText('title')}>
      <EmptyState
        icon={<Columns3 />}
        title={t('nothingOpen')}
        hint={t('nothingOpenHint')}
        action={
          <ButtonLink kind="primary" to="/prompts">
            {t('openPrompts')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
