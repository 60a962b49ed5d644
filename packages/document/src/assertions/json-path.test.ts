import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathFault, valuesAt } from './json-path.ts';

const shop = {
  store: {
    book: [
      { title: 'A', price: 8.95, isbn: '1' },
      { title: 'B', price: 12.99, tags: ['x', 'y'] },
      { title: 'C', price: 22.5, isbn: null },
    ],
    bicycle: { color: 'red', price: 19.95 },
  },
  'a.b': { ü: 1, "it's": 2 },
  list: [0, 1, 2, 3, 4],
  nothing: null,
};

describe('a JSON path', () => {
  it.each<[string, unknown[]]>([
    ['$', [shop]],
    ['$.store.book[0].title', ['A']],
    ['store.book[-1].title', ['C']],
    ['[0]', []],
    ['$..price', [8.95, 12.99, 22.5, 19.95]],
    ['$..book[1].title', ['B']],
    ['$.store..color', ['red']],
    ["$['a.b']['ü']", [1]],
    ['$["a.b"]["it\'s"]', [2]],
    ["$['a.b']['it\\'s']", [2]],
    ["$['\\u0061.b'].ü", [1]],
    ['$.list[1:3]', [1, 2]],
    ['$.list[-2:]', [3, 4]],
    ['$.list[:2]', [0, 1]],
    ['$.list[::2]', [0, 2, 4]],
    ['$.list[::-2]', [4, 2, 0]],
    ['$.list[3:0:-1]', [3, 2, 1]],
    ['$.list[1:3:0]', []],
    ['$.list[ 0 , 2 , -1 ]', [0, 2, 4]],
    ["$.store['bicycle','book'].color", ['red']],
    ['$.store.*.color', ['red']],
    ['$.store.book[*].title', ['A', 'B', 'C']],
    ['$.store.book[?(@.price<10)].title', ['A']],
    ['$.store.book[?@.price >= 12.99].title', ['B', 'C']],
    ['$.store.book[?(@.isbn)].title', ['A', 'C']],
    ['$.store.book[?!@.isbn].title', ['B']],
    ['$.store.book[?@.isbn == null].title', ['C']],
    ["$..book[?(@.title=='B')].price", [12.99]],
    ["$.store.book[?@.title == 'A' || (@.price > 20 && @.title != 'Z')].title", ['A', 'C']],
    ['$.store.book[?@.price > $.store.bicycle.price].title', ['C']],
    ["$.store.book[?@.tags[?@ == 'y']].title", ['B']],
    ['$.store.book[?length(@.title) == 1].title', ['A', 'B', 'C']],
    ['$.store.book[?count(@.*) == 3].title', ['A', 'B', 'C']],
    ['$.list[?@ > 2]', [3, 4]],
    ['$.list[?@ === 2]', [2]],
    ['$.nothing', [null]],
    ['$.nothing.more', []],
    ['$.list.length', []],
    ['$.__proto__', []],
  ])('%s', (path, values) => {
    expect(valuesAt(shop as never, path)).toEqual({ values });
  });

  it.each([
    ...[
      '$.',
      '$.a[',
      '$[',
      '$[]',
      '$.a b',
      '$..',
      '$[?]',
      '$[?@.a ==]',
      '$[?@.a',
      '$[1 2]',
      '$[01',
      '@.a',
      '$[?1]',
    ],
    ...[
      "$['a",
      '$[?match(@.a, "x")]',
      '$[?@.a == 01]',
      `$${'[?@'.repeat(30)}`,
      `$[?${'('.repeat(50)}`,
      '$.a]',
    ],
  ])('is not %s, and says why', (path) => {
    expect(pathFault(path)).toMatch(/is no path: .+\. Write /);
  });

  it('ends, however much it looks at', () => {
    const wide = Array.from({ length: 1_000 }, (_, index) => index);
    expect(valuesAt(wide, '$[?count($..*) > 5]')).toMatchObject({ reason: expect.any(String) });
    const compared = { a: wide, b: [...wide], c: wide, d: 'x'.repeat(100_000) };
    expect(valuesAt(compared, '$.c[?$.a == $.b]')).toMatchObject({ reason: expect.any(String) });
    expect(valuesAt(compared, '$.c[?length($.d) > 5]')).toMatchObject({ reason: expect.any(String) });
    const texts = { ...compared, e: 'x'.repeat(1_000_000), f: `${'x'.repeat(999_999)}y` };
    for (const by of ['==', '<'])
      expect(valuesAt(texts, `$.c[?$.e ${by} $.f]`)).toMatchObject({ reason: expect.any(String) });
    expect(valuesAt(compared, '$[?@ == $.a]')).toEqual({ values: [wide, wide, wide] });
    expect(
      valuesAt(
        Array.from({ length: 150_000 }, () => 1),
        '$..[0]',
      ),
    ).toEqual({ values: [1] });
  });

  it('is never an exception, whatever it is', () => {
    const parts = fc.constantFrom(...'$@.[]()?*:,\'"!<>=&|-01ab \\'.split(''), '..', '?@', 'length(', '&&');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (signs) => {
        const path = signs.join('');
        const found = valuesAt(shop as never, path);
        expect('reason' in found ? found.reason : found.values).toBeDefined();
      }),
      { numRuns: 3_000 },
    );
  });
});
