/**
 * `npm run bench -- merge`: merging documents of one megabyte, beside a plain diff3 over the same lines in the same
 * run (node-diff3), and finding the base in a long history.
 * Options: --rounds=15
 */
import { emptyDocument, type PromptDocument, splitLines } from '@promptvault/document';
import { aheadBehind, mergeDocuments, planBase } from '@promptvault/merge';
import { diff3Merge } from 'node-diff3';
import { calibrate } from './gauge/calibrate.ts';
import { numberOption } from './gauge/options.ts';
import { printTable, say, shortNumber, verdict } from './gauge/print-table.ts';
import { median, quantile } from './gauge/statistics.ts';

const rounds = numberOption('rounds', 15, { least: 3, most: 200 });

/** Milliseconds of each turn; the first turns only warm up. */
function time(work: () => unknown): number[] {
  for (let turn = 0; turn < 3; turn++) work();
  return Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
}

const words = 'answer in the language of the question and keep to what the files say about it'.split(' ');
/** A line of about 45 characters; few repeat, since node-diff3 takes minutes where thousands do. */
const line = (index: number) =>
  index % 400 === 0
    ? '---\n'
    : `${index} ${Array.from({ length: 8 }, (_, at) => words[(index * 3 + at * 5) % words.length]).join(' ')}\n`;
const lineCount = 21_000;
const base = Array.from({ length: lineCount }, (_, index) => line(index));

/** The lines with `count` of them changed, each side at other places. */
const changed = (lines: readonly string[], count: number, offset: number) => {
  const step = Math.floor(lines.length / count);
  return lines.map((text, index) => (index % step === offset ? `${text.trimEnd()} (changed)\n` : text));
};

const documentOf = (lines: readonly string[], sections: number): PromptDocument => {
  const size = Math.ceil(lines.length / sections);
  return {
    ...emptyDocument(),
    sections: Array.from({ length: sections }, (_, index) => ({
      id: `s${index}`,
      kind: 'instructions',
      role: null,
      text: lines.slice(index * size, (index + 1) * size).join(''),
    })),
  };
};

function mergeMegabytes(): void {
  const rows = [
    [1, 10],
    [1, 1_000],
    [20, 10],
    [20, 1_000],
  ].map(([sections, edits]) => {
    const our = changed(base, edits as number, 1);
    const their = changed(base, edits as number, 3);
    const documents = [base, our, their].map((lines) => documentOf(lines, sections as number)) as [
      PromptDocument,
      PromptDocument,
      PromptDocument,
    ];
    const texts = [base, our, their].map((lines) => lines.join('')) as [string, string, string];
    const { conflicts } = mergeDocuments(...documents);
    if (conflicts.length > 0) throw new Error('Changes of different lines were left open.');
    const ours = time(() => mergeDocuments(...documents));
    const plain = time(() => diff3Merge(splitLines(texts[1]), splitLines(texts[0]), splitLines(texts[2])));
    return [
      `${sections} section${sections === 1 ? '' : 's'}, ${edits} edits a side`,
      median(ours),
      quantile(ours, 0.95),
      median(plain),
      verdict(median(plain) / median(ours) >= 0.5, `${shortNumber(median(plain) / median(ours))}× (≥ 0.5×)`),
    ];
  });
  printTable(
    `Documents of ${shortNumber(base.join('').length / 1e6)} MB, ${rounds} turns`,
    ['', 'ours, median ms', 'p95 ms', 'node-diff3, median ms', 'speed of ours against it'],
    rows,
  );
}

function findBases(): void {
  const graph = new Map<number, number[]>([[1, []]]);
  for (let number = 2; number <= 10_000; number++)
    graph.set(number, number % 5 === 0 && number > 6 ? [number - 2, number - 1] : [Math.max(1, number - 2)]);
  const plan = time(() => planBase(graph, 10_000, 9_999));
  const counts = time(() => aheadBehind(graph, 10_000, 9_999));
  printTable(
    'A history of 10 000 versions whose branches cross',
    ['', 'median ms', 'p95 ms', ''],
    [
      ['plan the base', median(plan), quantile(plan, 0.95), ''],
      ['ahead and behind', median(counts), quantile(counts, 0.95), ''],
    ],
  );
}

say(calibrate());
mergeMegabytes();
findBases();
