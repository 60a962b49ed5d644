import { describe, expect, it } from 'vitest';
import { readDescribed } from './read-described.ts';

const good = {
  title: 'Letters',
  description: 'Answers letters.',
  sections: [
    { kind: 'system', text: 'You are kind.' },
    { kind: 'instructions', text: 'Answer in a {{tone}} tone:\n{{letter}}' },
  ],
  variables: [
    { name: 'letter', type: 'text', description: 'The letter.', required: true, example: 'Where is it?' },
    { name: 'tone', type: 'select', options: ['calm', 'warm'], default: 'calm', required: false },
  ],
  settings: { temperature: 0.3 },
  cases: [{ name: 'Late', values: { letter: 'Where is it?', mood: 'x' }, mustContain: ['sorry'] }],
};
const read = (more: object) => readDescribed(JSON.stringify({ ...good, ...more }));

describe('a described prompt', () => {
  it('is read with its variables, settings and cases', () => {
    const { draft, faults, problems } = readDescribed(`Here:\n\`\`\`json\n${JSON.stringify(good)}\n\`\`\``);
    expect(faults).toEqual([]);
    expect(draft).toMatchObject({
      title: 'Letters',
      document: {
        sections: [{ kind: 'system' }, { kind: 'instructions' }],
        variables: [
          { name: 'letter', description: 'The letter. For example: Where is it?', default: null },
          { name: 'tone', options: ['calm', 'warm'], default: 'calm', required: false },
        ],
        settings: { temperature: 0.3 },
      },
      cases: [{ name: 'Late', values: { letter: 'Where is it?' }, tags: ['generated'] }],
    });
    expect(problems).toEqual(['“Late” gave mood, which the prompt does not have.']);
    expect(read({ cases: undefined }).draft?.cases).toEqual([]);
  });

  it('is found behind words that name its variables, and before others', () => {
    const said = `I take in {{letter}} and {"tone"}.\n${JSON.stringify(good)}\nEach {{letter}} has its {{tone}}.`;
    expect(readDescribed(said)).toEqual(readDescribed(JSON.stringify(good)));
  });

  it('may write blocks of lists and flags', () => {
    const sections = [
      {
        kind: 'instructions',
        text: '{{#items}}- {{.}}\n{{/items}}{{#brief}}Be brief.{{/brief}}{{letter}}{{tone}}',
      },
    ];
    const variables = [
      ...good.variables,
      { name: 'items', type: 'list', default: ['a'] },
      { name: 'brief', type: 'boolean', default: false },
    ];
    expect(read({ sections, variables }).faults).toEqual([]);
  });

  it.each([
    ['nothing', '', /no JSON object of a prompt/],
    ['words', 'I cannot {do} that.', /no JSON object of a prompt/],
    ['a list', '[1, 2]', /no JSON object of a prompt/],
    ['another object', '{"a":1}', /no JSON object of a prompt/],
    ['an object without a title', '{"sections":[{"kind":"system","text":"x"}]}', /title/],
    ['deep braces', '{"title":'.repeat(20_000), /no JSON object of a prompt/],
  ])('is none in %s', (_what, output, fault) => {
    const { draft, faults } = readDescribed(output);
    expect(draft).toBeNull();
    expect(faults[0]).toMatch(fault);
  });

  it.each<[string, object, RegExp]>([
    ['a variable that is not declared', { variables: [good.variables[0]] }, /uses "tone"/],
    [
      'a block that is not closed',
      { sections: [{ kind: 'system', text: '{{#letter}} {{tone}}' }] },
      /section-1/,
    ],
    [
      'another prompt',
      { sections: [{ kind: 'system', text: '{{> a/b}} {{letter}} {{tone}}' }] },
      /another prompt/,
    ],
    [
      'whatever prompt a value names',
      { sections: [{ kind: 'system', text: '{{> *tone}} {{letter}}' }] },
      /another prompt/,
    ],
    ['a name twice', { variables: [...good.variables, good.variables[0]] }, /declared twice/],
    ['a name that is none', { variables: [{ name: 'a b', type: 'text' }] }, /letters, digits/],
    ['a type that is none', { variables: [{ name: 'letter', type: 'date' }] }, /variables\.0\.type/],
    [
      'a default that does not fit',
      { variables: [{ ...good.variables[0], type: 'number', default: 'x' }, good.variables[1]] },
      /default of "letter"/,
    ],
    [
      'a choice of nothing',
      { variables: [good.variables[0], { ...good.variables[1], default: null, options: [] }] },
      /without options/,
    ],
    ['a setting there is not', { settings: { warmth: 3 } }, /settings/],
    ['a setting out of bounds', { settings: { temperature: 99 } }, /temperature/],
    ['no text', { sections: [{ kind: 'system', text: '  ' }], variables: [] }, /No section says/],
    ['a kind that is none', { sections: [{ kind: 'tool', text: 'x' }] }, /sections\.0\.kind/],
    [
      'half a pair in a default',
      { variables: [{ ...good.variables[0], default: '\ud800' }, good.variables[1]] },
      /default/,
    ],
  ])('is refused for %s, in words', (_what, more, fault) => {
    const { draft, faults } = read(more);
    expect(draft).toBeNull();
    expect(faults.join('\n')).toMatch(fault);
  });
});
