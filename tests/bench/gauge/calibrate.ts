import { createHash } from 'node:crypto';
import { cpus } from 'node:os';
import { median } from './statistics.ts';

const rounds = 5;
const row = {
  id: '01981d5c-8f3a-7000-8000-000000000000',
  title: 'A fixed piece of work',
  tags: ['a', 'b', 'c'],
};

function workOnce(): number {
  const from = performance.now();
  let text = JSON.stringify(row);
  for (let turn = 0; turn < 200_000; turn++) {
    text = JSON.stringify({ ...JSON.parse(text), turn });
    if (turn % 10 === 0) createHash('sha256').update(text).digest('hex');
  }
  return performance.now() - from;
}

/** How fast this machine is just now: a fixed loop, to be read beside every absolute figure. */
export function calibrate(): string {
  const times = Array.from({ length: rounds }, workOnce);
  const [least, middle] = [Math.min(...times), median(times)];
  return `machine: fixed loop ${middle.toFixed(0)} ms (best ${least.toFixed(0)}), ${cpus().length} cores, Node ${process.versions.node}`;
}
