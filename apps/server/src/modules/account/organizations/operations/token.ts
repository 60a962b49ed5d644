import { createHash } from 'node:crypto';

/** What is kept of the token in a link. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
