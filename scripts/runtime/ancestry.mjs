import { readFileSync } from 'node:fs';

/** Name and parent of a process, where the system tells them (Linux). */
function processFacts(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent };
  } catch {
    return undefined; // no /proc, or the process is gone: both are an answer
  }
}

/**
 * Who we run for: our parent, and npm above it where the parent is the shell that npm put between.
 * The text changes when either of them is gone, since orphans get another parent.
 */
export function ancestry(pid = process.ppid, facts = processFacts) {
  const parent = facts(pid);
  const isShell = /^(sh|dash|bash|ash|zsh)$/.test(parent?.name ?? '');
  return isShell ? `${pid} below ${parent.parent}` : String(pid);
}
