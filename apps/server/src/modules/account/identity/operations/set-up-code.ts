import { randomInt } from 'node:crypto';
import type { Services } from '../../../../foundation/module/define-module.ts';

/** Whether others than this machine's own people can reach the server: by its socket, or through a proxy. */
export const needsSetUpCode = ({ environment }: Services): boolean => {
  const { loopback, publicUrl, publicUrlGiven } = environment.http;
  return !loopback || (publicUrlGiven && !/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(publicUrl));
};

const codes = new WeakMap<Services, string>();
/** No letters or digits that look alike. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/**
 * The code that the first account of a server reachable by others must show: it proves that one can read the
 * server's console. Made anew at each start.
 */
export function setUpCodeOf(services: Services): string {
  const given = services.environment.testing.setUpCode;
  if (given) return given.reveal();
  let code = codes.get(services);
  if (!code) {
    code = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
    codes.set(services, code);
  }
  return code;
}
