import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyDocument, toYDoc } from './apply-document.ts';
import { canonicalJson } from './canonical-json.ts';
import { emptyDocument } from './empty-document.ts';
import { fromYDoc } from './from-y-doc.ts';
import { randomDocuments } from './random-documents.ts';
import { type PromptDocument, promptDocumentSchema } from './shape.ts';

const randomDocument = randomDocuments(fc);

const section = (id: string, text: string) => ({ id, kind: 'instructions' as const, role: null, text });
const copy = (ydoc: Y.Doc) => {
  const made = new Y.Doc();
  Y.applyUpdate(made, Y.encodeStateAsUpdate(ydoc));
  return made;
};
const exchange = (one: Y.Doc, other: Y.Doc) => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
};
const read = (ydoc: Y.Doc) => fromYDoc(ydoc).value;

describe('a draft', () => {
  it('gives back the document it was made from, over the wire too', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(randomDocument, (document) => {
        expect(promptDocumentSchema.safeParse(document).error).toBeUndefined();
        const { value, problems } = fromYDoc(copy(toYDoc(document)));
        expect(canonicalJson(value)).toBe(canonicalJson(document));
        expect(problems).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('becomes any other document, and writes nothing when it is that already', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(randomDocument, randomDocument, (before, after) => {
        const ydoc = toYDoc(before);
        applyDocument(ydoc, after);
        expect(canonicalJson(read(ydoc))).toBe(canonicalJson(after));
        const state = Y.encodeStateVector(ydoc);
        applyDocument(ydoc, read(ydoc));
        expect(Y.encodeStateVector(ydoc)).toEqual(state);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('keeps what two people do to different sections', () => {
    const one = toYDoc({ ...emptyDocument(), sections: [section('a', 'first'), section('b', 'second')] });
    const other = copy(one);
    applyDocument(one, { ...read(one), sections: [section('a', 'first, longer'), section('b', 'second')] });
    applyDocument(other, {
      ...read(other),
      sections: [section('n', 'new'), section('b', 'the second'), section('a', 'first')],
    });
    exchange(one, other);
    expect(read(one)).toEqual(read(other));
    expect(read(one).sections.map(({ id, text }) => [id, text])).toEqual([
      ['n', 'new'],
      ['b', 'the second'],
      ['a', 'first, longer'],
    ]);
  });

  it('keeps what two people do to different words of one text', () => {
    const one = toYDoc({ ...emptyDocument(), sections: [section('a', 'The quick fox 😀 jumps')] });
    const other = copy(one);
    applyDocument(one, { ...emptyDocument(), sections: [section('a', 'The slow fox 😀 jumps')] });
    applyDocument(other, { ...emptyDocument(), sections: [section('a', 'The quick fox 😁 leaps high')] });
    exchange(one, other);
    expect(read(one).sections[0]?.text).toBe('The slow fox 😁 leaps high');
    expect(read(other)).toEqual(read(one));
  });

  it('converges for any two concurrent documents', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(randomDocument, randomDocument, randomDocument, (base, left, right) => {
        const one = toYDoc(base);
        const other = copy(one);
        applyDocument(one, left);
        applyDocument(other, right);
        exchange(one, other);
        expect(read(one)).toEqual(read(other));
        expect(promptDocumentSchema.safeParse(read(one)).error).toBeUndefined();
      }),
      { seed, numRuns: 150 },
    );
  });

  it('moves one of many elements by writing little', () => {
    const sections = Array.from({ length: 200 }, (_, index) => section(`s${index}`, 'text'));
    const ydoc = toYDoc({ ...emptyDocument(), sections });
    const before = Y.encodeStateVector(ydoc);
    const [first, ...rest] = sections as [PromptDocument['sections'][number]];
    applyDocument(ydoc, { ...emptyDocument(), sections: [...rest, first] });
    expect(read(ydoc).sections.at(-1)?.id).toBe('s0');
    expect(Y.encodeStateAsUpdate(ydoc, before).length).toBeLessThan(100);
  });

  it('survives a thousand insertions at one place', () => {
    let document = { ...emptyDocument(), sections: [section('first', ''), section('last', '')] };
    const ydoc = toYDoc(document);
    for (let index = 0; index < 1_000; index += 1) {
      const inserted = section(`s${index}`, '');
      document = { ...document, sections: [section('first', ''), inserted, section('last', '')] };
      applyDocument(ydoc, document);
    }
    expect(read(ydoc)).toEqual(document);
  });
});

describe('a draft with anything in it', () => {
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withTypedArray: false }),
    fc.constant(new Uint8Array([1, 2])),
    fc.constantFrom(undefined, 'system', 'message', '\0', '\ud800', Number.POSITIVE_INFINITY, 'V', 'order'),
  );
  const build = fc.constantFrom('text', 'map', 'array', 'xml', 'plain', 'doc', 'embed');
  const change = fc.record({
    root: fc.constantFrom('sections', 'variables', 'examples', 'tools', 'settings', 'techniques', 'document'),
    id: fc.constantFrom(
      'a',
      'b',
      '',
      '\0',
      'examplesAs',
      'stop',
      'temperature',
      'responseSchema',
      'delimiters',
    ),
    field: fc.constantFrom(
      'text',
      'kind',
      'role',
      'order',
      'name',
      'default',
      'options',
      'input',
      'parameters',
    ),
    build,
    value: anything,
    nested: fc.boolean(),
  });

  function make(kind: string, value: unknown): unknown {
    if (kind === 'text') return new Y.Text('x\0y');
    if (kind === 'map') return new Y.Map([['a', 1]]);
    if (kind === 'array') return Y.Array.from([1]);
    if (kind === 'xml') return new Y.XmlText('x');
    if (kind === 'doc') return new Y.Doc();
    if (kind === 'embed') {
      const text = new Y.Text('ab');
      text.insertEmbed(1, { image: 'x' });
      return text;
    }
    return value;
  }

  it('reads as a valid document, and takes a document again', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), randomDocument, (changes, next) => {
        const ydoc = new Y.Doc();
        for (const { root, id, field, build: kind, value, nested } of changes) {
          const map = ydoc.getMap(root);
          try {
            const held = map.get(id);
            if (nested && held instanceof Y.Map) held.set(field, make(kind, value));
            else map.set(id, nested ? new Y.Map() : make(kind, value));
          } catch {
            // Yjs itself refuses some values, such as symbols; those cannot reach a draft.
          }
        }
        const first = fromYDoc(ydoc);
        expect(promptDocumentSchema.safeParse(first.value).error).toBeUndefined();
        applyDocument(ydoc, next);
        expect(canonicalJson(read(ydoc))).toBe(canonicalJson(next));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('reads as a valid document after damaged updates', () => {
    const seed = Date.now();
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(randomDocument, damage, (document, bytes) => {
        const update = Y.encodeStateAsUpdate(toYDoc(document, { clientId: 7 }));
        for (const [at, byte] of bytes) update[at % update.length] = byte;
        const ydoc = new Y.Doc();
        try {
          Y.applyUpdate(ydoc, update);
        } catch {
          // A damaged update may be refused; what it left behind must still read.
        }
        expect(promptDocumentSchema.safeParse(read(ydoc)).error).toBeUndefined();
      }),
      { seed, numRuns: 500 },
    );
  });

  it('reads past a root of another type and cuts what is too much', () => {
    const ydoc = new Y.Doc();
    ydoc.getText('sections').insert(0, 'not a map');
    const many = ydoc.getMap('examples');
    for (let index = 0; index < 250; index += 1) many.set(`e${index}`, new Y.Map([['input', 'plain']]));
    const { value, problems } = fromYDoc(ydoc);
    expect(value.sections).toEqual([]);
    expect(value.examples.length).toBe(200);
    expect(problems.map(({ code }) => code)).toContain('draft.dropped');
  });
});
