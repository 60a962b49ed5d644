import { describe, expect, it } from 'vitest';
import { formattedText } from './plain-page.ts';

describe('a text on a page of the server', () => {
  it.each([
    ['Markdown', '**a** <b>', '<div class="text"><p><strong>a</strong> &#60;b&#62;</p></div>'],
    ['data', ' {"a": "*b*"}', '<pre> {&#34;a&#34;: &#34;*b*&#34;}</pre>'],
    ['what begins like data', '[a](https://e.example) {', '<div class="text"><p><a href="https://e.example"'],
    ['what is too deep', `${'>'.repeat(80)}<b>`, `<pre>${'&#62;'.repeat(80)}&#60;b&#62;</pre>`],
    ['what is too long', '*a* '.repeat(20_000), '<pre>*a* *a*'],
  ])('is shown as what it is: %s', (_, text, expected) => {
    expect(formattedText(text).slice(0, expected.length)).toBe(expected);
  });
});
