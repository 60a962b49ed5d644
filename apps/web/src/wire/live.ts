import { createLiveClient } from './live-client.ts';
import { onTabOrganization, tabOrganization } from './tab-organization.ts';

/** A socket cannot carry headers, so the tab's organization stands in the address. */
function liveAddress(): string {
  const address = new URL('/api/v1/live', location.origin.replace(/^http/, 'ws'));
  const organization = tabOrganization();
  if (organization) address.searchParams.set('organization', organization);
  return address.href;
}

/** The tab's live connection. */
export const live = createLiveClient({ url: liveAddress });

onTabOrganization(live.renew);
