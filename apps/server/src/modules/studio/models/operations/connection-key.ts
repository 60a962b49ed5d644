import type { Secrets } from '../../../../foundation/secrets/secrets.ts';

interface ConnectionName {
  organizationId: string;
  id: string;
}

/** Bound to organization and connection: moved to another row, a sealed key does not open. */
const contextOf = ({ organizationId, id }: ConnectionName) => `model_connection:${organizationId}:${id}`;

/** What of a key is stored. A short key shows nothing of itself. */
export function sealKey(secrets: Secrets, connection: ConnectionName, key: string | null) {
  if (key === null) return { sealedKey: null, keyEnding: null };
  return {
    sealedKey: secrets.seal(key, contextOf(connection)),
    keyEnding: key.length >= 12 ? key.slice(-4) : '',
  };
}

/** @throws secret.key_missing, secret.damaged */
export function openKey(
  secrets: Secrets,
  connection: ConnectionName & { sealedKey: string | null },
): string | null {
  return connection.sealedKey === null ? null : secrets.open(connection.sealedKey, contextOf(connection));
}

/** The same key under the newest master key. @throws secret.key_missing, secret.damaged */
export const resealKey = (secrets: Secrets, connection: ConnectionName, sealedKey: string): string =>
  secrets.reseal(sealedKey, contextOf(connection));
