/**
 * `npm run bench -- template`: parsing and rendering against mustache.js and Handlebars in the same run, how long a
 * megabyte takes to parse, and what one keystroke costs in a prompt of 200 kB.
 * Options: --rounds=15
 */
import {
  checkDocument,
  createParseCache,
  documentVariables,
  emptyDocument,
  type PromptDocument,
} from '@promptvault/document';
import { detectVariables, parse, renderTemplate } from '@promptvault/template';
import Handlebars from 'handlebars';
import Mustache from 'mustache';
import { calibrate } from './gauge/calibrate.ts';
import { numberOption } from './gauge/options.ts';
import { printTable, say, shortNumber, verdict } from './gauge/print-table.ts';
import { median, quantile } from './gauge/statistics.ts';

const rounds = numberOption('rounds', 15, { least: 3, most: 200 });

const passage = `You are a helpful assistant for {{team}}.
Answer in {{language}}, please, and keep to what the files say.
{{#files}}
- {{path}}: {{size}} bytes
{{/files}}
{{^files}}
No files were given.
{{/files}}
Some longer prose follows here that has no tags at all, as most lines of a prompt do. It goes on
for a while, so that text and tags stand to one another as they do in prompts that people write.

`;
const values = {
  team: 'Support',
  language: 'English',
  files: Array.from({ length: 5 }, (_, index) => ({ path: `src/file-${index}.ts`, size: index * 100 })),
};
const ofSize = (characters: number) => passage.repeat(Math.ceil(characters / passage.length));

/** Milliseconds of each turn; the first turns only warm up. */
const time = (work: (turn: number) => unknown, turns = rounds): number[] =>
  race([work], turns)[0] as number[];

/** Takes turns, so that whatever else the machine does hits all alike. */
function race(works: readonly ((turn: number) => unknown)[], turns: number): number[][] {
  const times: number[][] = works.map(() => []);
  for (let turn = -10; turn < turns; turn++) {
    for (const [index, work] of works.entries()) {
      const from = performance.now();
      work(turn + 10);
      if (turn >= 0) times[index]?.push(performance.now() - from);
    }
  }
  return times;
}

function compare(): void {
  const rows = [2_000, 20_000, 200_000].flatMap((size) => {
    const source = ofSize(size);
    const turns = Math.max(rounds, Math.min(400, Math.round(4_000_000 / size)));
    const plain = (text: string) => text;
    Mustache.escape = plain;
    const expected = Mustache.render(source, values);
    const template = parse(source);
    if (renderTemplate(template, values).text !== expected)
      throw new Error('Ours and mustache.js do not render the same.');
    const compiled = Handlebars.compile(source, { noEscape: true });
    const row = (name: string, works: (() => unknown)[], count: number) => {
      const [ours = 0, mustache = 0, handlebars = 0] = race(works, count).map(median);
      const speed = mustache / ours;
      const found = verdict(speed >= 0.5, `${shortNumber(speed)}× (≥ 0.5×)`);
      return [`${size / 1000} kB ${name}`, ours, mustache, handlebars, found];
    };
    return [
      row(
        'parse and render',
        [
          () => renderTemplate(parse(source), values),
          () => {
            Mustache.clearCache();
            Mustache.render(source, values);
          },
          () => Handlebars.compile(source, { noEscape: true })(values),
        ],
        Math.min(turns, 30),
      ),
      row(
        'render',
        [
          () => renderTemplate(template, values),
          () => Mustache.render(source, values),
          () => compiled(values),
        ],
        turns,
      ),
    ];
  });
  printTable(
    'Milliseconds, median; positions and problems included in ours',
    ['', 'ours', 'mustache.js', 'Handlebars', 'speed of ours against mustache.js'],
    rows,
  );
}

function parseLarge(): void {
  const source = ofSize(1_000_000);
  const times = time(() => parse(source));
  const detect = time((turn) => detectVariables(parse(`${source}${turn}`)));
  printTable(
    `One megabyte, ${rounds} turns`,
    ['', 'median ms', 'p95 ms', ''],
    [
      ['parse', median(times), quantile(times, 0.95), verdict(quantile(times, 0.95) < 250, '< 250')],
      ['parse and find variables', median(detect), quantile(detect, 0.95), ''],
    ],
  );
}

/** A key is pressed in the middle of a text; variables and problems of the whole document are made anew. */
function typeKeys(): void {
  const text = ofSize(200_000);
  const document = (turn: number, sections: number): PromptDocument => ({
    ...emptyDocument(),
    sections: Array.from({ length: sections }, (_, index) => {
      const own = text.slice(0, Math.floor(text.length / sections / passage.length) * passage.length);
      const middle = own.length >> 1;
      const typed = index === 0 ? `${own.slice(0, middle)}${'x'.repeat(turn)}${own.slice(middle)}` : own;
      return { id: `s${index}`, kind: 'instructions', role: null, text: typed };
    }),
  });
  const keys = Math.max(rounds, 40);
  const press = (sections: number, cache = createParseCache()) =>
    time((turn) => {
      const now = document(turn, sections);
      return [documentVariables(now, { cache }), checkDocument(now, { cache })];
    }, keys);
  const rows = [1, 5].map((sections) => {
    const times = press(sections);
    const worst = quantile(times, 0.95);
    return [
      `200 kB in ${sections} section${sections === 1 ? '' : 's'}`,
      median(times),
      worst,
      verdict(worst < 16, '< 16'),
    ];
  });
  printTable(
    `One keystroke: parse, variables and problems, ${keys} keys`,
    ['', 'median ms', 'p95 ms', ''],
    rows,
  );
}

say(calibrate());
compare();
parseLarge();
typeKeys();
