import type { Secrets } from '../../../../foundation/secrets/secrets.ts';

interface Place {
  organizationId: string;
  id: string;
}

/** Bound to organization and secret: moved to another row, a sealed value does not open. */
const contextOf = ({ organizationId, id }: Place) => `secret:${organizationId}:${id}`;

export const sealValue = (secrets: Secrets, place: Place, value: string): string =>
  secrets.seal(value, contextOf(place));

/** @throws secret.key_missing, secret.damaged */
export const openValue = (secrets: Secrets, row: Place & { sealedValue: string }): string =>
  secrets.open(row.sealedValue, contextOf(row));

/** The same value under the newest master key. @throws secret.key_missing, secret.damaged */
export const resealValue = (secrets: Secrets, row: Place & { sealedValue: string }): string =>
  secrets.reseal(row.sealedValue, contextOf(row));
