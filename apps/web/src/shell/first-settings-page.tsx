import { Navigate } from '@tanstack/react-router';
import { useSettingsPages } from './navigation.ts';
import { PageNotFound } from './page-problems.tsx';

/** /settings itself has nothing to say: it leads to the first page the person may see. */
export function FirstSettingsPage() {
  const [first] = useSettingsPages();
  return first ? <Navigate to={first.to} replace /> : <PageNotFound />;
}
