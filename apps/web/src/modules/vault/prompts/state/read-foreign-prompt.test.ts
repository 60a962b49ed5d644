import { expect, it } from 'vitest';
import { readForeignPrompt } from './read-foreign-prompt.ts';

it.each([
  ['---\ntitle: T\n---\n\n# System\n\nBe {{how}}.\n', 'file'],
  ['{"format": "promptvault/1"}', 'file'],
  ['Hi {{ name | upper }}', 'jinja'],
  ['---\nmodel: x\n---\n{{role "system"}}', 'dotprompt'],
  ['Hi {name}', 'fstring'],
  ['Hi {{name}}', 'mustache'],
])('guesses what %j is', (text, language) => {
  expect(readForeignPrompt(text, null).language).toBe(language);
});

it('answers what is wrong with a file that cannot be read', () => {
  const { prompt, findings } = readForeignPrompt('---\ntitle: [\n---\n', null);
  expect(prompt).toBeNull();
  expect(findings).toMatchObject([{ severity: 'error', line: expect.any(Number) }]);
});

it('takes the text for the language that is chosen', () => {
  const { prompt } = readForeignPrompt('Hi {{name}} {x}', 'fstring');
  expect(prompt?.document.sections[0]?.text).toBe('Hi {name} {{x}}');
});
