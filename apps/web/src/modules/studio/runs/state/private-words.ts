import type { ModelError } from '@promptvault/wire/model-event';
import { baseUrlOf } from '@promptvault/wire/provider-address';
import { isUnreached, type UnreachedReason } from '../workers/caller-protocol.ts';
import type { PrivateConnection } from './private-keys.ts';
import { t } from './private-messages.ts';

type Place = Pick<PrivateConnection, 'provider' | 'baseUrl'>;

export const hostOf = (place: Place): string => URL.parse(baseUrlOf(place))?.host ?? baseUrlOf(place);

const reasons: Record<UnreachedReason, (host: string, origin: string) => string> = {
  refuses_pages: (host, origin) => t('refusesPages', { host, origin }),
  silent: (host) => t('silent', { host }),
  offline: () => t('offline'),
  redirects: (host) => t('redirects', { host }),
};

/** Why a private call failed, and what a person can do; `origin` is the address of this page. */
export function privateWords(error: ModelError, place: Place, origin: string): string {
  if (error.code === 'model.unreachable' && isUnreached(error.message))
    return reasons[error.message](hostOf(place), origin);
  if (error.code === 'model.unauthorized' && error.status === 401)
    return t('keyRefused', { host: hostOf(place) });
  return error.message;
}

const isThisMachine = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|.+\.localhost)$/.test(host);

/** What no browser would do, known before anything is sent. */
export function placeProblem(place: Place, page: Pick<Location, 'protocol'>): string | undefined {
  const url = URL.parse(baseUrlOf(place));
  if (!url) return undefined;
  if (url.hostname.startsWith('[')) return t('needsAddress');
  if (page.protocol === 'https:' && url.protocol === 'http:' && !isThisMachine(url.hostname))
    return t('mixed', { host: url.host });
  return undefined;
}
