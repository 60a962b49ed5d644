import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownHtml } from './markdown-html.ts';
import { readMarkdown } from './read-markdown.ts';

const html = (text: string) => {
  const nodes = readMarkdown(text);
  return nodes && markdownHtml(nodes);
};
const link = (address: string, words: string) =>
  `<a href="${address}" target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;

describe('reading Markdown', () => {
  it.each([
    ['paragraphs', 'one\ntwo\n\nthree', '<p>one\ntwo</p><p>three</p>'],
    ['marks', '**a** *b* ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>'],
    ['headings', '# a\n\nb\n---', '<h1>a</h1><h2>b</h2>'],
    ['a tight list', '- a\n- b\n  - c', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['a loose list', '- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['a list from three', '3. a', '<ol start="3"><li>a</li></ol>'],
    ['tasks', '- [x] a\n- [ ] b\n- [y] c', '<ul><li>☑ a</li><li>☐ b</li><li>[y] c</li></ul>'],
    ['tasks of a loose list', '- [x] a\n\n- b', '<ul><li><p>☑ a</p></li><li><p>b</p></li></ul>'],
    ['no task within an item', '- a\n\n  [x] b', '<ul><li><p>a</p><p>[x] b</p></li></ul>'],
    ['code', '```js\na < b\n```\n\n    c', '<pre><code>a &#60; b\n</code></pre><pre><code>c\n</code></pre>'],
    [
      'a table',
      '|a|b|\n|-|-:|\n|1|2|',
      '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1</td><td align="right">2</td></tr></tbody></table>',
    ],
    [
      'lines of a cell',
      '|a|\n|-|\n|1<br>2<BR/>3|',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1<br>2<br>3</td></tr></tbody></table>',
    ],
    [
      'other HTML',
      '<b>a</b>\n\n<div>b</div>',
      '<p>&#60;b&#62;a&#60;/b&#62;</p><p>&#60;div&#62;b&#60;/div&#62;</p>',
    ],
    ['a rule and a quotation', '---\n> a', '<hr><blockquote><p>a</p></blockquote>'],
    [
      'a link',
      '[a](https://e.example/x "t")',
      `<p>${link('https://e.example/x', 'a').replace(' target', ' target')}</p>`.replace(
        'nofollow">',
        'nofollow" title="t">',
      ),
    ],
    [
      'a bare address',
      'see https://e.example/x.',
      `<p>see ${link('https://e.example/x', 'https://e.example/x')}.</p>`,
    ],
    ['a mail address', 'a@e.example', `<p>${link('mailto:a@e.example', 'a@e.example')}</p>`],
    ['the name of a file', 'see notes.md and app.py', '<p>see notes.md and app.py</p>'],
    ['a place here', '[a](/b?c:d)', `<p>${link('/b?c:d', 'a')}</p>`],
    ['a picture', '![a *b*](https://e.example/p.png)', '<p>a b</p>'],
    ['a footnote', 'a[^1] b\n\n[^1]: c *d*', '<p>a<sup>1</sup> b</p><p><sup>1</sup> c <em>d</em></p>'],
    [
      'two footnotes in two lines',
      'a[^x][^y]\n\n[^x]: c\n[^y]: d',
      '<p>a<sup>x</sup><sup>y</sup></p><p><sup>x</sup> c</p><p><sup>y</sup> d</p>',
    ],
    ['what only looks like a footnote', 'all of [^a-z]', '<p>all of [^a-z]</p>'],
    ['nothing', '', ''],
  ])('shows %s', (_, text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](data:text/html,a)',
    '[x](file:///etc/passwd)',
    '[x][y]\n\n[y]: vbscript:a',
    '<javascript:alert(1)>',
    '![x](data:text/html,a)',
  ])('makes no link of %s', (text) => {
    expect(html(text)).not.toMatch(/<a|href/);
  });

  // Each held the reader before for seconds, some for a minute. Bounded well above what they take now, and no measure.
  it.each([
    '>',
    '> ',
    '> - ',
    '- ',
    '1. ',
    '*a_ ',
    '**a',
    '~a~~b',
    '](',
    '[a](',
    '![',
    '[^a]',
    '- a\n  ',
    '`a``b',
    '<a ',
  ])(
    'is done soon with %j again and again',
    (unit) => {
      const text = unit.repeat(30_000 / unit.length);
      readMarkdown(text);
    },
    10_000,
  );

  it('leaves what is too deep or too large to be shown as it came', () => {
    expect(readMarkdown(`${'>'.repeat(20)} a`)).toBeDefined();
    expect(readMarkdown(`${'>'.repeat(70)} a`)).toBeUndefined();
    expect(readMarkdown('*a* '.repeat(30_000))).toBeUndefined();
  });

  it.each([
    [
      'an address that is told once and written often',
      `[a]: /${'&'.repeat(10_000)}\n\n${'[a] '.repeat(3_000)}`,
    ],
    [
      'rows that are filled up',
      `${'|a'.repeat(180)}\n${'|-'.repeat(180)}\n${'|\n'.repeat(363)}\n`.repeat(40),
    ],
    ['rows in a quotation', `> ${'|a'.repeat(180)}\n> ${'|-'.repeat(180)}\n${'> |\n'.repeat(363)}`],
    [
      'rows whose lines end otherwise',
      `${'|a'.repeat(180)}\r${'|-'.repeat(180)}\r${'|\r'.repeat(363)}\r`.repeat(40),
    ],
    ['nothing but breaks', '<br>'.repeat(45_000)],
    ['too long a text', 'a '.repeat(150_000)],
  ])(
    'leaves what asks for too much: %s',
    (_, text) => {
      const nodes = readMarkdown(text);
      if (nodes) expect(markdownHtml(nodes).length).toBeLessThan(10 * text.length);
      else expect(nodes).toBeUndefined();
    },
    10_000,
  );

  it('shows tables of a usual size', () => {
    const rows = Array.from({ length: 400 }, (_, row) => `| ${row} | b | c |`).join('\n');
    expect(html(`| a | b | c |\n|---|---|---|\n${rows}`)).toContain('<td>399</td>');
  });

  it('loses no word, and makes nothing but what is in its list', () => {
    const pieces = fc.constantFrom(
      'word',
      '*',
      '_',
      '**',
      '`',
      '```',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '# ',
      '- ',
      '1. ',
      '| ',
      '\n',
      '\n\n',
      ' ',
      '\t',
      '~~',
      '[^1]',
      '[^1]: ',
      ':',
      '&',
      '"',
      '<br>',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const out = html(text) ?? '';
        const words = (of: string) => of.split('word').length - 1;
        // Words may vanish only into what Markdown itself hides: addresses, titles, the language of code, surplus cells.
        if (!/[[`~|]/.test(text)) expect(words(out)).toBe(words(text));
        for (const [, tag] of out.matchAll(/<\/?([^\s>/]+)/g))
          expect([
            'p',
            'h1',
            'h2',
            'h3',
            'h4',
            'h5',
            'h6',
            'blockquote',
            'ul',
            'ol',
            'li',
            'pre',
            'code',
            'em',
            'strong',
            'del',
            'sup',
            'a',
            'br',
            'hr',
            'table',
            'thead',
            'tbody',
            'tr',
            'th',
            'td',
          ]).toContain(tag);
      }),
      { numRuns: 2_000 },
    );
  });
});
