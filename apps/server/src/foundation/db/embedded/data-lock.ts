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

function readHolder(file: string): Holder | undefined {
  try {
    const parsed = JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof parsed.pid === 'number' && typeof parsed.startedAt === 'string'
      ? { pid: parsed.pid, startedAt: parsed.startedAt }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the directory for this process. Returns the pid of the living process that has it instead. */
export function takeDataLock(directory: string): { lock: DataLock } | { heldBy: number } {
  fs.mkdirSync(directory, { recursive: true });
  const file = path.join(directory, 'server.lock');
  const mine: Holder = { pid: process.pid, startedAt: startTime(process.pid) };
  for (let attempt = 0; attempt < 5; attempt++) {
    const candidate = path.join(directory, `server.lock.${process.pid}`);
    fs.writeFileSync(candidate, JSON.stringify(mine));
    try {
      // A hard link appears whole or not at all: nobody reads a half-written lock.
      fs.linkSync(candidate, file);
      return {
        lock: {
          release() {
            if (readHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
          },
        },
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(candidate, { force: true });
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder)) return { heldBy: holder.pid };
    fs.rmSync(file, { force: true });
  }
  return { heldBy: readHolder(file)?.pid ?? 0 };
}
