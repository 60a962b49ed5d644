/** What is said when the server could not be asked, or gave no reason of its own. */
export const wire = {
  unreachable: 'The server could not be reached. Check the connection and try again.',
  unreadable: 'The server answered with something unreadable (status {status}). Try again in a moment.',
  refused: 'The server refused this without a reason (status {status}).',
} as const;
