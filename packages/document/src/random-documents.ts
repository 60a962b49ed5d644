import type fastCheck from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { findJsonFault } from './json.ts';
import { MESSAGE_ROLES, type PromptDocument, SECTION_KINDS, TOOL_METHODS, VARIABLE_TYPES } from './shape.ts';
import { randomTreePlans } from './techniques/tree/random-tree-plans.ts';

/**
 * Arbitrary valid documents, for property tests: broken templates, odd names and any JSON included. The
 * generator is passed in, so that nothing but tests needs it.
 */
export function randomDocuments(fc: typeof fastCheck): Arbitrary<PromptDocument> {
  const id = fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/);
  const json = fc.jsonValue().filter((value) => findJsonFault(value) === undefined);
  const piece = fc.constantFrom(
    '{{a}}',
    '{{b.c}}',
    '{{#a}}',
    '{{/a}}',
    '{{^b}}',
    '{{/b}}',
    '{{> p@1}}',
    '{{<p}}',
    '{{/p}}',
    '{{$x}}',
    '{{/x}}',
    '{{{',
    '}}',
    '\n',
    ' ',
    'text',
    '😀',
    'é',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }).map((raw) => raw.toWellFormed().replaceAll('\0', '')),
  );
  const name = fc.constantFrom('a', 'b', 'b.c', 'x y', 'constructor', '.', '__proto__');

  const list = <T extends { id: string }>(element: Arbitrary<T>) =>
    fc.uniqueArray(element, { selector: (item) => item.id, maxLength: 5 });

  const implementation = fc.oneof(
    fc.record({ kind: fc.constant('mock' as const), reply: text }),
    fc.record({ kind: fc.constant('javascript' as const), code: text }),
    fc.record({
      kind: fc.constant('http' as const),
      method: fc.constantFrom(...TOOL_METHODS),
      url: text,
      headers: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
      body: fc.option(text),
      safe: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('prompt' as const), reference: text }),
  );

  const answer = fc.oneof(
    fc.constantFrom({ by: 'whole' as const }, { by: 'last_line' as const }, { by: 'last_number' as const }),
    fc.record({ by: fc.constant('after' as const), marker: fc.constantFrom('Answer:', '😀', ' ') }),
    fc.record({ by: fc.constant('json' as const), pointer: fc.constantFrom('', '/a/0') }),
  );
  const draw = fc.constantFrom(
    undefined,
    { by: 'ladder' as const, from: 0, to: 1.5 },
    { by: 'strategies' as const, strategies: ['precise' as const, 'diverse' as const] },
  );
  const techniques = fc
    .record(
      {
        chainOfThought: fc.record({ instruction: fc.constantFrom(null, 'Weigh it.', '\n: {}') }),
        selfConsistency: fc
          .record({
            samples: fc.integer({ min: 2, max: 20 }),
            temperature: fc.constantFrom(null, 0, 1.5),
            answer,
            draw,
          })
          .map(({ draw: spread, ...rest }) => (spread ? { ...rest, draw: spread } : rest)),
        treeOfThoughts: randomTreePlans(fc),
        react: fc.record({ steps: fc.integer({ min: 1, max: 12 }) }),
        fewShot: fc.record({
          caseSetId: fc.constantFrom(null, 'c1', '\n: {}'),
          pairs: fc.integer({ min: 1, max: 20 }),
          tokens: fc.integer({ min: 1, max: 100_000 }),
        }),
      },
      { requiredKeys: [] },
    )
    // A draft does not know an empty one from none.
    .filter((some) => Object.keys(some).length > 0);

  const whole = {
    sections: list(
      fc.record({
        id,
        kind: fc.constantFrom(...SECTION_KINDS),
        role: fc.constantFrom(null, ...MESSAGE_ROLES),
        text,
      }),
    ),
    variables: list(
      fc.record({
        id,
        name,
        type: fc.constantFrom(...VARIABLE_TYPES),
        description: text,
        required: fc.boolean(),
        default: json,
        options: fc.array(text, { maxLength: 3 }),
      }),
    ),
    examples: list(fc.record({ id, input: text, output: text })),
    examplesAs: fc.constantFrom('text', 'messages'),
    tools: list(
      fc.record(
        { id, name, description: text, parameters: json, implementation },
        { requiredKeys: ['id', 'name', 'description', 'parameters'] },
      ),
    ),
    settings: fc.record(
      {
        sampling: fc.constantFrom('precise', 'diverse'),
        temperature: fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10),
        topP: fc.constantFrom(0, 0.5, 1),
        maxOutputTokens: fc.integer({ min: 1, max: 100_000 }),
        stop: fc.array(fc.constantFrom('END', '\n'), { maxLength: 2 }),
        seed: fc.maxSafeInteger().filter((seed) => !Object.is(seed, -0)),
        topK: fc.integer({ min: 1, max: 100 }),
        frequencyPenalty: fc.constantFrom(-2, 0.5, 2),
        presencePenalty: fc.constantFrom(-0.5, 1),
        reasoningEffort: fc.constantFrom('none', 'low', 'high'),
        minP: fc.constantFrom(0, 0.05, 1),
        repetitionPenalty: fc.constantFrom(1, 1.1),
        reasoningTokens: fc.integer({ min: 0, max: 10_000 }),
        logitBias: fc.constantFrom<Record<string, number>>({}, { 50256: -100 }, { 1: 0.5, 22: 100 }),
      },
      { requiredKeys: [] },
    ),
    responseSchema: json,
    delimiters: fc.constantFrom<[string, string] | null>(null, null, ['<%', '%>'], ['|', '|']),
    extends: fc.constantFrom(null, null, 'tone/base@1'),
    techniques,
  };
  const requiredKeys = Object.keys(whole).filter((key) => key !== 'techniques') as (keyof typeof whole)[];
  return fc.record(whole, { requiredKeys }) as unknown as Arbitrary<PromptDocument>;
}
