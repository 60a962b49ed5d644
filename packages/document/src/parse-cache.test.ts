import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkDocument } from './check-document.ts';
import { documentVariables } from './document-variables.ts';
import { createParseCache } from './parse-cache.ts';
import { randomDocuments } from './random-documents.ts';
import { render } from './render.ts';

it('finds the same with a cache as without one, key by key', () => {
  const seed = Date.now();
  const key = fc.record({
    section: fc.nat(4),
    at: fc.nat(40),
    cut: fc.nat(2),
    typed: fc.constantFrom('{', '}', '#', '/', 'a', '{{a}}', '\n'),
  });
  fc.assert(
    fc.property(randomDocuments(fc), fc.array(key, { maxLength: 12 }), (start, keys) => {
      const cache = createParseCache();
      const partial = () => undefined;
      let document = start;
      for (const { section, at, cut, typed } of [...keys, ...keys]) {
        document = {
          ...document,
          sections: document.sections.map((each, index) =>
            index === section
              ? { ...each, text: (each.text.slice(0, at) + typed + each.text.slice(at + cut)).toWellFormed() }
              : each,
          ),
        };
        expect(documentVariables(document, { cache, partial })).toEqual(
          documentVariables(document, { partial }),
        );
        expect(checkDocument(document, { cache, partial })).toEqual(checkDocument(document, { partial }));
        const options = { partial, cache };
        expect(render(document, { a: 'x' }, null, options)).toEqual(
          render(document, { a: 'x' }, null, { partial }),
        );
      }
    }),
    { seed, numRuns: 60 },
  );
});

it('takes another answer for a reference as another question', () => {
  const cache = createParseCache();
  const [document] = fc.sample(randomDocuments(fc), 1);
  const asked = {
    ...document,
    delimiters: null,
    sections: [{ id: 's', kind: 'instructions', role: null, text: '{{> p@1}}' }],
  } as NonNullable<typeof document>;
  const codes = (partial: () => { source: string } | undefined) =>
    checkDocument({ ...asked, extends: null }, { cache, partial }).map(({ code }) => code);
  expect(codes(() => undefined)).toContain('partial.unknown');
  expect(codes(() => ({ source: '' }))).not.toContain('partial.unknown');
  const held = { ...asked, extends: null };
  const first = checkDocument(held, { cache, partial: () => undefined });
  const second = checkDocument(held, { cache, partial: () => ({ source: '' }) });
  expect(second).not.toEqual(first);
});
