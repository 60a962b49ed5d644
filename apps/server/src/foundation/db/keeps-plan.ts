/**
 * Whether the plan of a statement may be kept. Adding rows has one way to be done, whatever the values, and the checks of
 * its foreign keys go by a unique key each. All others are planned for the values at hand: a plan kept from when a table was
 * small is a hundred times worse when it is large, until somebody analyses it.
 */
export const keepsPlan = (text: string): boolean => /^insert into "\w+" \([^)]*\) values /.test(text);
