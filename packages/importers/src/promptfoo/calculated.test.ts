/** What prompts and tests of promptfoo say in Nunjucks reaches the model as it would have there. */
import { render } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import { importPromptfoo } from './index.ts';

const options = { modelOf: () => undefined, otherwise: { connectionId: null, model: 'echo' } };

function sentOf(prompt: string, ...vars: object[]) {
  const config = { prompts: [prompt], tests: vars.map((one) => ({ vars: one })) };
  const { value, problems } = importPromptfoo(
    [{ path: 'promptfooconfig.yaml', text: JSON.stringify(config) }],
    options,
  );
  const [made] = value?.prompts ?? [];
  if (!made) throw new Error('no prompt was made');
  const sent = made.cases.map(({ values }) =>
    render(made.document, values)
      .messages.map(({ content }) => content)
      .join('\n'),
  );
  return { sent, told: problems.map(({ severity, message }) => `${severity}: ${message}`).join('\n') };
}

describe('the text of each case', () => {
  it.each<[string, object, string]>([
    ['{% if tone == "formal" %}Dear{% else %}Hey{% endif %} {{ n }}', { tone: 'formal', n: 'A' }, 'Dear A'],
    ['{% if tone == "formal" %}Dear{% else %}Hey{% endif %} {{ n }}', { tone: 'x', n: 'A' }, 'Hey A'],
    ['{% if a > 1 %}more{% elif a < 1 %}less{% else %}one{% endif %}', { a: 0 }, 'less'],
    ['{% if a > 1 and not b %}yes{% else %}no{% endif %}', { a: 2, b: false }, 'yes'],
    [
      '{% if "x" in tags %}x{% endif %}{% if "y" not in tags %}, no y{% endif %}.',
      { tags: { x: 1 } },
      'x, no y.',
    ],
    ['{% if who is defined %}{{ who }}{% else %}nobody{% endif %}', {}, 'nobody'],
    ['{{ name | upper }} and {{ name | lower | capitalize }}', { name: 'aDA' }, 'ADA and Ada'],
    ['{{ text | replace("a", "b") | trim }}!', { text: ' aha ' }, 'bhb!'],
    ['{{ a + b }} {{ a ~ b }} {{ "yes" if a else "no" }}', { a: 1, b: 2 }, '3 12 yes'],
    ['{% set all = a + b %}{{ all }}{% if all > 2 %}!{% endif %}', { a: 1, b: 2 }, '3!'],
    [
      '{% for m in ms %}{{ loop.index }}. {{ m.role | upper }}: {{ m.text }}{% if not loop.last %}; {% endif %}{% endfor %}',
      {
        ms: [
          { role: 'user', text: 'hi' },
          { role: 'bot', text: 'yo' },
        ],
      },
      '1. USER: hi; 2. BOT: yo',
    ],
    [
      '{% for k, v in facts %}{{ k }}={{ v }} {% else %}none{% endfor %}',
      { facts: { a: 1, b: 2 } },
      'a=1 b=2 ',
    ],
    ['{% for x in xs %}[{{ x }}]{% endfor %}', { xs: [1, 2] }, '[1][2]'],
    ['{{ x | default("calm") }} {{ y | default("calm") }}', { x: 'loud' }, 'loud calm'],
    ['{{ user.name | default("you") }}', { user: { name: 'Ada' } }, 'Ada'],
  ])('%s', (prompt, vars, text) => {
    expect(sentOf(prompt, vars).sent).toEqual([text]);
  });

  it('differs from case to case, and is said to be a value of theirs', () => {
    const { sent, told } = sentOf(
      '{% if l == "de" %}Hallo{% else %}Hello{% endif %}',
      { l: 'de' },
      { l: 'en' },
    );
    expect(sent).toEqual(['Hallo', 'Hello']);
    expect(told).toContain('info: "l == "de"" becomes the variable "l_is_de", which each case gives.');
  });

  it('is told by name and case where it cannot be calculated', () => {
    const { told } = sentOf('{{ x | nl2br }}{{ y.toUpperCase() }}', { x: 'a', y: 'b' });
    expect(told).toContain('“x_nl2br” of “{{ x | nl2br }}{{ y.toUpperCase() }}” has no value');
    expect(told).toContain('The filter “nl2br” is unknown here');
    expect(told).toContain('the call in “y.toUpperCase()” is a program');
  });

  it('reaches nothing but the values, and ends', () => {
    const wide = Array.from({ length: 100 }, (_, index) => index);
    expect(sentOf('{{ a.constructor.constructor }}{{ a | length }}.', { a: 'x' }).sent).toEqual(['1.']);
    expect(sentOf('{{ toString | upper }}{{ __proto__ | upper }}.', { a: 'x' }).sent).toEqual(['.']);
    const endless = sentOf(
      '{% for a in w %}{% for b in w %}{% for c in w %}{{ loop.index }}{% endfor %}{% endfor %}{% endfor %}',
      { w: wide },
    );
    expect(endless.told).toContain('more work than may be done');
  });
});

it('what tests say in their own values is put in as well', () => {
  const config = {
    prompts: ['{{q}}'],
    tests: [
      {
        vars: { q: 'x', lang: 'de', words: 'a b' },
        assert: [
          { type: 'equals', value: '{% if lang == "de" %}Hallo{% else %}Hello{% endif %}' },
          { type: 'contains', value: '{{ words | replace(" ", "-") }}' },
          {
            type: 'llm-rubric',
            value: 'Is in {{ lang | upper }}{% for w in ["a", "b"] %}, {{ w }}{% endfor %}',
          },
          // Promptfoo gives the answer under this name later: it must not be gone by then.
          { type: 'llm-rubric', value: '{% if lang %}{{ output }} is in {{ lang }}{% endif %}' },
        ],
      },
    ],
  };
  const { value, problems } = importPromptfoo(
    [{ path: 'promptfooconfig.yaml', text: JSON.stringify(config) }],
    options,
  );
  expect(value?.prompts[0]?.cases[0]?.assertions).toMatchObject([
    { value: 'Hallo' },
    { values: ['a-b'] },
    { rubric: 'Is in DE, a, b' },
    { rubric: '{% if lang %}{{ output }} is in de{% endif %}' },
  ]);
  expect(problems.map(({ message }) => message).join(' ')).toContain('“output” has no value');
});

it('a test that keeps none of its assertions is named, for any answer passes it', () => {
  const tests = [
    { description: 'lost', assert: [{ type: 'python', value: 'len(output) > 3' }] },
    { description: 'kept', assert: [{ type: 'contains', value: 'a' }] },
    { description: 'asks for nothing' },
  ];
  const text = JSON.stringify({ prompts: ['x'], tests });
  const { problems } = importPromptfoo([{ path: 'promptfooconfig.yaml', text }], options);
  expect(problems.filter(({ code }) => code === 'promptfoo.no_assertions')).toEqual([
    {
      ...{ severity: 'warning', code: 'promptfoo.no_assertions' },
      message: 'None of its assertions could be kept, so any answer passes: write what it must be. (lost)',
    },
  ]);
});
