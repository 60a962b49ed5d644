/** How the server says why it closes a live connection. After these it lets nobody in again as they are. */
export const closeCode = {
  /** The session has ended. */
  signedOut: 4401,
  /** The person is neither a member of the organization any more, nor a guest. */
  noAccess: 4403,
} as const;
