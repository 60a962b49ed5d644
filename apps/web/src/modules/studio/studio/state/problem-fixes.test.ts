import { documentVariables, emptyDocument, type PromptDocument, render } from '@promptvault/document';
import { expect, test } from 'vitest';
import { fixesOf } from './problem-fixes.ts';

const written = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});
const shared = { source: 'Be kind.', delimiters: null, variables: [] };
const grounds = (document: PromptDocument) => ({
  document,
  variables: documentVariables(document),
  targetOf: () => ({ version: 7, label: 'production' }),
});
const problemsOf = (document: PromptDocument) =>
  render(document, {}, null, { partial: (reference) => (reference === 'gone' ? undefined : shared) })
    .problems;
const fixesFor = (document: PromptDocument, code: string) => {
  const problem = problemsOf(document).find((each) => each.code === code);
  return problem ? fixesOf(problem, grounds(document)) : [];
};
const textAfter = (document: PromptDocument, code: string, choice = 0) =>
  fixesFor(document, code)[choice]?.edit(document).sections[0]?.text;

test('a name that nobody declared can be declared', () => {
  const document = written('Reply to {{customer}}.');
  const [fix] = fixesFor(document, 'variable.undeclared');
  expect(fix?.edit(document).variables).toMatchObject([{ name: 'customer', type: 'text' }]);
});

test('a floating reference is pinned to its label or its version', () => {
  const document = written('{{> tone/voice }}\nGo.');
  expect(textAfter(document, 'reference.floating', 0)).toBe('{{> tone/voice@production }}\nGo.');
  expect(textAfter(document, 'reference.floating', 1)).toBe('{{> tone/voice@7 }}\nGo.');
});

test('a section is closed at the end of its line, or after its paragraph', () => {
  expect(textAfter(written('Say {{#late}}sorry.\nBye.'), 'template.unclosed_section')).toBe(
    'Say {{#late}}sorry.{{/late}}\nBye.',
  );
  expect(textAfter(written('  {{#late}}\nSorry.\n\nBye.'), 'template.unclosed_section')).toBe(
    '  {{#late}}\nSorry.\n  {{/late}}\n\nBye.',
  );
});

test('other signs close a section in those signs', () => {
  const document = { ...written('Say <%#late%>sorry.'), delimiters: ['<%', '%>'] as [string, string] };
  expect(textAfter(document, 'template.unclosed_section')).toBe('Say <%#late%>sorry.<%/late%>');
});

test('a section is not closed where that would not mend the text', () => {
  expect(
    fixesFor(written('{{#a}}\nOne {{#b}} two\n\n{{/b}}'), 'template.unclosed_section').length,
  ).toBeLessThan(2);
});

test('what closes nothing can be taken out', () => {
  expect(textAfter(written('Hello {{/late}}you'), 'template.stray_close')).toBe('Hello you');
});

test('a repair of a text that has changed meanwhile changes nothing', () => {
  const document = written('{{> tone/voice}}');
  const [fix] = fixesFor(document, 'reference.floating');
  const later = written('New start. {{> tone/voice}}');
  expect(fix?.edit(later)).toEqual(later);
});
