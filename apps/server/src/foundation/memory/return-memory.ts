/** Starting reads a thousand files and, on the embedded database, compiles its program: what that left is garbage. */
const afterMs = 10_000;

/**
 * Gives the memory that starting needed back to the system, once, ten seconds after the call, when the first visitor
 * has their page. It stops its thread for about a tenth of a second and does nothing without `--expose-gc`, which
 * `npm start` gives. Each thread has a heap of its own and must call it itself.
 */
export function returnMemoryOfStart(): void {
  const collect = globalThis.gc;
  if (!collect) return;
  setTimeout(() => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }), afterMs).unref();
}
