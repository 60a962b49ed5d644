/** What the list is narrowed to, as it stands in the address. */
export type NoticeSearch = { unread?: true; kind?: string };

/** Reads an address; what it cannot mean is left out. */
export const readNoticeSearch = (given: Record<string, unknown>): NoticeSearch => ({
  ...(given.unread === true && { unread: true }),
  ...(typeof given.kind === 'string' && /^[a-z_.]{1,80}$/.test(given.kind) && { kind: given.kind }),
});
