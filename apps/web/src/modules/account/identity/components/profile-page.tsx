import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { chooseTheme } from '../../../../shell/theme.ts';
import { useThemeChoice } from '../../../../shell/theme-menu.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { meQuery } from '../api/me.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SessionList } from './session-list.tsx';

export function ProfilePage() {
  const { data: me, error, refetch, isFetching } = useQuery(meQuery);
  useEffect(() => {
    document.title = `${frameText('profile')} · PromptVault`;
  }, []);
  if (error && !me)
    return (
      <ErrorState
        title={t('profileFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!me) return <SkeletonRows rows={6} />;
  return (
    <>
      <SettingsSection title={frameText('profile')} hint={t('profileHint')}>
        <NameForm me={me} />
      </SettingsSection>
      <SettingsSection title={t('theme')} hint={t('themeHint')}>
        <ThemeChoice />
      </SettingsSection>
      <SettingsSection title={t('passwordTitle')} hint={t('passwordTitleHint')}>
        <PasswordForm email={me.email} />
      </SettingsSection>
      <SettingsSection title={t('sessions')} hint={t('sessionsHint')}>
        <SessionList />
      </SettingsSection>
    </>
  );
}

/** The same switch as in the sidebar: choosing applies it at once, and the account remembers it. */
function ThemeChoice() {
  const chosen = useThemeChoice();
  return (
    <SegmentedControl
      label={t('theme')}
      value={chosen}
      onChange={chooseTheme}
      options={[
        { value: 'light', label: t('themeLight') },
        { value: 'dark', label: t('themeDark') },
        { value: 'auto', label: t('themeAuto') },
      ]}
    />
  );
}
