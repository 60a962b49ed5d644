/**
 * Milliseconds of processor time this process has used so far. A test that guards against work without bounds asks
 * for this instead of the clock, which on a busy machine counts what others did.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
