/** The part of `pg` that turns JavaScript values into the text PostgreSQL reads; its types leave it out. */
declare module 'pg/lib/utils.js' {
  const values: { prepareValue(value: unknown): unknown };
  // biome-ignore lint/style/noDefaultExport: the module is CommonJS and has no other export
  export default values;
}
