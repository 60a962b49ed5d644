/**
 * Whether the plan of a statement may be kept. Adding rows has one way to be done, whatever the values, and the checks of
 * its foreign keys go by a unique key each. So has finding rows by a whole key: whoever writes such a question says so by
 * asking it as `.prepare().execute()`, which gives it a name. All others are planned for the values at hand: a plan kept
 * from when a table was small is a hundred times worse when it is large, until somebody analyses it.
 */
export const keepsPlan = ({ text, name }: { text: string; name?: string | undefined }): boolean =>
  name !== undefined || /^insert into "\w+" \([^)]*\) values /.test(text);
