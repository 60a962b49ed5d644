const day = 24 * 60 * 60 * 1000;
/** As long as the server keeps what was deleted. */
const keptDays = 30;

/** Whole days until a prompt that was deleted then is gone for good; the last one counts as one. */
export function daysLeft(deletedAt: string | null, now: Date): number {
  if (deletedAt === null) return keptDays;
  const passed = (now.getTime() - new Date(deletedAt).getTime()) / day;
  return Math.max(1, Math.ceil(keptDays - passed));
}
