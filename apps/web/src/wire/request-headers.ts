/** The ETag of a thing from its revision, for `If-Match`: a change is refused when the thing changed meanwhile. */
export const etagOf = ({ revision }: { revision: number }): string => `"r${revision}"`;

/** Names one attempt to create something; sent again with the same key it is not created twice. */
export const newIdempotencyKey = (): string => {
  // randomUUID exists only in secure contexts, and plain http on a local network is not one.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
