/**
 * Two processes on one embedded data directory would both open it and lose rows silently: the first takes
 * `server.lock`, which names its pid and start time, so that a lock left by a killed process is taken over
 * and one of a living process never is.
 */
import fs from 'node:fs';
import path from 'node:path';

export interface DataLock {
  release(): void;
}

interface Holder {
  pid: number;
  startedAt: string;
}

/** The kernel's start time of a process; a recycled pid has another one. Empty where /proc is missing. */
function startTime(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return holder.startedAt === '' || startTime(holder.pid) === holder.startedAt;
}

/** `unreadable` is what a power cut leaves of a lock that had not reached the disk. */
function readHolder(file: string): Holder | 'unreadable' | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** The living process whose lock this is; undefined when it is nobody's any more. */
function livingHolder(file: string): Holder | undefined {
  const holder = readHolder(file);
  return holder !== undefined && holder !== 'unreadable' && isAlive(holder) ? holder : undefined;
}

/** Puts the lock in place whole or not at all, by a hard link: nobody reads a half-written one. */
function place(candidate: string, file: string): boolean {
  try {
    fs.linkSync(candidate, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Replaces a lock that was left behind. Of several that found it at once only the one with the claim may remove
 * it, and only after another look: else a slow one would remove the new lock of a fast one.
 */
function takeOver(candidate: string, file: string): boolean {
  const claim = `${file}.claim`;
  if (!place(candidate, claim)) {
    if (!livingHolder(claim)) fs.rmSync(claim, { force: true });
    return false;
  }
  try {
    if (livingHolder(file)) return false;
    fs.rmSync(file, { force: true });
    return place(candidate, file);
  } finally {
    fs.rmSync(claim, { force: true });
  }
}

/** Takes the directory, which is there, for this process. Returns the pid of the living process that has it instead. */
export function takeDataLock(directory: string): { lock: DataLock } | { heldBy: number } {
  const file = path.join(directory, 'server.lock');
  const candidate = `${file}.${process.pid}`;
  fs.writeFileSync(
    candidate,
    JSON.stringify({ pid: process.pid, startedAt: startTime(process.pid) } satisfies Holder),
  );
  const lock: DataLock = {
    release() {
      if (livingHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
    },
  };
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (place(candidate, file)) return { lock };
      const holder = livingHolder(file);
      if (holder) return { heldBy: holder.pid };
      if (takeOver(candidate, file)) return { lock };
    }
    return { heldBy: (livingHolder(file) ?? livingHolder(`${file}.claim`))?.pid ?? 0 };
  } finally {
    fs.rmSync(candidate, { force: true });
  }
}
