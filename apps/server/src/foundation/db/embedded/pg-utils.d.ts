/** The part of `pg` that turns JavaScript values into the text PostgreSQL reads; its types leave it out. */
declare module 'pg/lib/utils.js' {
  const values: { prepareValue(value: unknown): unknown };
  export default values;
}
