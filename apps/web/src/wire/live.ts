import { createLiveClient, type Refusal } from './live-client.ts';
import { organizationHeader } from './organization-header.ts';
import { onTabOrganization, tabOrganization } from './tab-organization.ts';

/** A socket cannot carry headers, so the tab's organization stands in the address. */
function liveAddress(): string {
  const address = new URL('/api/v1/live', location.origin.replace(/^http/, 'ws'));
  const organization = tabOrganization();
  if (organization) address.searchParams.set('organization', organization);
  return address.href;
}

/** Whether the server would answer this tab at all, and if not, why. */
async function whyRefused(): Promise<Refusal | undefined> {
  const organization = tabOrganization();
  const headers: Record<string, string> = organization ? { [organizationHeader]: organization } : {};
  try {
    const { status } = await fetch('/api/v1/organization', { headers });
    return status === 401 ? 'signed-out' : status === 404 ? 'no-access' : undefined;
  } catch {
    return undefined; // There is no way to the server now: the connection is tried again.
  }
}

/** The tab's live connection. */
export const live = createLiveClient({ url: liveAddress, whyRefused });

onTabOrganization(live.renew);
