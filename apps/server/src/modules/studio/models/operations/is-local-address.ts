import { isIP } from 'node:net';
import { addressClass } from '../../../../foundation/llm/address-rules.ts';

/** Names that are never resolved by the public: of this machine, or of its own network. */
const ownNames = /(^|\.)(localhost|local|lan|home\.arpa|internal)$/;

/**
 * Whether a provider's address is on this machine or in its network, as far as the address tells: nothing is
 * resolved. A name without a dot is one of the own network. null is a provider's own address, which is not local.
 */
export function isLocalAddress(baseUrl: string | null): boolean {
  if (baseUrl === null || !URL.canParse(baseUrl)) return false;
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isIP(host)) return addressClass(host) === 'private';
  return ownNames.test(host) || (host !== '' && !host.includes('.'));
}
