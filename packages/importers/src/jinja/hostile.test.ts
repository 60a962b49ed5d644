/** Texts that were written to hold up whoever reads them: each is refused or read within bounds. */
import { describe, expect, it } from 'vitest';
import { NotKnown } from './read-expression.ts';
import { renderJinja } from './render-jinja.ts';
import { jinjaTags } from './tags.ts';

const big = 'x'.repeat(99_000);
const many = Array.from({ length: 20_000 }, (_, index) => String((index * 7_919) % 99_991));

describe('a text that would hold up everybody', () => {
  it.each([
    ['a text put between all letters', '{{ a | replace("", b) }}', { a: big, b: big }],
    ['a text in place of each letter', '{{ a | replace("x", b) }}', { a: big, b: big }],
    ['a text between many', '{{ a | list | join(b) }}', { a: big, b: big }],
    ['spaces before many lines', '{{ a | indent(100) }}', { a: '\n'.repeat(99_000) }],
    ['lists that are sorted in a loop', '{% for x in a %}{{ a | sort | length }}{% endfor %}', { a: many }],
    ['a list in a list in a list', `${'{% set a = [a,a,a,a,a,a,a,a] %}'.repeat(20)}{{ a }}`, { a: '' }],
    ['such lists compared', `${'{% set a = [a,a,a,a,a,a,a,a] %}'.repeat(20)}{{ a == "x" }}`, { a: '' }],
    ['conditions in conditions', `${'{% if a %}'.repeat(9_000)}${'{% endif %}'.repeat(9_000)}`, { a: 1 }],
    ['loops in loops', '{% for x in a %}{% for y in a %}.{% endfor %}{% endfor %}', { a: many }],
  ])('is refused: %s', (_what, source, values) => {
    expect(() => renderJinja(source, values)).toThrow(NotKnown);
  });

  it('takes its steps of the room that it shares with others', () => {
    const room = { steps: 1_000 };
    renderJinja('{% for x in a %}{{ x }}{% endfor %}', { a: many.slice(0, 100) }, room);
    expect(room.steps).toBeLessThan(900);
    expect(() => renderJinja('{% for x in a %}{{ x }}{% endfor %}', { a: many }, room)).toThrow(NotKnown);
    expect(() => renderJinja('{{ 1 }}', {}, room)).toThrow(NotKnown);
  });
});

describe('tags', () => {
  const found = (source: string) =>
    [...jinjaTags(source)].map(({ whole, output, statement }) => [whole, output ?? statement ?? null]);

  it('are found with what stands in them', () => {
    expect(found('a {{ b }} {%- if c -%} {# {{ d }} #} {{-e-}} {{ "{%" }}')).toEqual([
      ['{{ b }}', ' b '],
      ['{%- if c -%}', ' if c '],
      ['{# {{ d }} #}', null],
      ['{{-e-}}', 'e'],
      ['{{ "{%" }}', ' "{%" '],
    ]);
  });

  it('are no tags where they are not closed, or far too long', () => {
    expect(found('{{ a } {% b %} {{ c')).toEqual([['{% b %}', ' b ']]);
    expect(found(`{{ ${'a '.repeat(5_000)} }}{{ b }}`)).toEqual([['{{ b }}', ' b ']]);
    expect(found('{{'.repeat(200_000))).toEqual([]);
  });

  it('start where another kind is left open before them', () => {
    expect(found('{# never closed {{ a }}')).toEqual([['{{ a }}', ' a ']]);
    expect(found('{{ never closed {% if a %}')).toEqual([['{% if a %}', ' if a ']]);
  });
});
