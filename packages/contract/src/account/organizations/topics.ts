/**
 * Topics of the live connection. They stand without shapes: the first page follows them, and would fetch what shapes are
 * made with for their sake.
 */

/** What the caller is in the organization of the tab has changed. */
export const membershipLiveTopic = 'membership';
