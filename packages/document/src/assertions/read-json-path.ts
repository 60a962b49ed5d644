/** Reads a JSON path from its text; says at which character it cannot be understood. */
import type { Json } from '../json.ts';

export type Selector =
  | { by: 'name'; name: string }
  | { by: 'index'; index: number }
  | { by: 'slice'; from: number | null; to: number | null; step: number }
  | { by: 'all' }
  | { by: 'filter'; test: Test };

/** `below`: the selectors hold for everything under a value as well as for itself. */
export interface Segment {
  below: boolean;
  selectors: Selector[];
}

export interface Query {
  from: 'root' | 'here';
  segments: Segment[];
}

/** What stands on one side of a comparison. */
export type Operand =
  | { is: 'value'; value: Json }
  | { is: 'query'; query: Query }
  | { is: 'function'; name: 'length' | 'value'; of: Operand }
  | { is: 'function'; name: 'count'; of: Query };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Test =
  | { is: 'all' | 'any'; of: Test[] }
  | { is: 'not'; of: Test }
  | { is: 'there'; query: Query }
  | { is: 'compared'; left: Operand; by: Comparison; right: Operand };

/** How deep filters may stand within filters and parentheses. */
const deepest = 20;

class Unread extends Error {}

/** A path as it was read, or in words why it cannot be. */
export function readPath(path: string): { query: Query } | { reason: string } {
  const reader = new PathReader(path);
  try {
    return { query: reader.whole() };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return {
      reason: `“${path}” is no path: ${error.message}. Write $.name, $..name, ['name'], [0], [-1], [1:3], [*] or [?@.price < 10].`,
    };
  }
}

class PathReader {
  private at = 0;
  private depth = 0;
  private readonly text: string;

  constructor(path: string) {
    const given = path.trim();
    this.text = /^[$@]/.test(given) ? given : `$${given.startsWith('[') ? '' : '.'}${given}`;
  }

  whole(): Query {
    const query = this.query();
    if (this.at < this.text.length) this.fail();
    if (query.from === 'here') throw new Unread('“@” stands only within a filter');
    return query;
  }

  private fail(): never {
    const rest = this.text.slice(this.at, this.at + 20);
    throw new Unread(rest === '' ? 'something is missing at its end' : `“${rest}” is not understood`);
  }

  /** What the pattern finds right here; the pattern is sticky. */
  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private has(sign: string): boolean {
    this.space();
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  private need(sign: string): void {
    if (!this.has(sign)) this.fail();
  }

  private space(): void {
    this.take(/\s*/y);
  }

  private query(): Query {
    const from = this.take(/[$@]/y) === '@' ? 'here' : 'root';
    const segments: Segment[] = [];
    for (;;) {
      const before = this.at;
      const segment = this.segment();
      if (!segment) {
        this.at = before;
        return { from, segments };
      }
      segments.push(segment);
    }
  }

  private segment(): Segment | undefined {
    this.space();
    const below = this.take(/\.\./y) !== undefined;
    const dotted = below || this.take(/\./y) !== undefined;
    if ((!dotted || below) && this.take(/\[/y)) return { below, selectors: this.bracketed() };
    if (!dotted) return undefined;
    if (this.take(/\*/y)) return { below, selectors: [{ by: 'all' }] };
    const name = this.take(/[\p{L}_$][\p{L}\p{M}\p{N}_$-]*/uy);
    if (name === undefined) this.fail();
    return { below, selectors: [{ by: 'name', name }] };
  }

  private bracketed(): Selector[] {
    const selectors: Selector[] = [];
    do selectors.push(this.selector());
    while (this.has(','));
    this.need(']');
    return selectors;
  }

  private selector(): Selector {
    this.space();
    if (this.take(/\*/y)) return { by: 'all' };
    if (this.take(/\?/y)) return { by: 'filter', test: this.anyOf() };
    const name = this.quoted();
    if (name !== undefined) return { by: 'name', name };
    const from = this.whole0();
    if (!this.has(':')) return from === null ? this.fail() : { by: 'index', index: from };
    const to = this.whole0();
    const step = this.has(':') ? this.whole0() : null;
    return { by: 'slice', from, to, step: step ?? 1 };
  }

  private whole0(): number | null {
    this.space();
    const digits = this.take(/-?\d{1,15}/y);
    return digits === undefined ? null : Number(digits);
  }

  private quoted(): string | undefined {
    const text = this.take(/'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/y);
    if (text === undefined) return undefined;
    const inner = text.slice(1, -1).replace(/\\(u[\dA-Fa-f]{4}|[\s\S])/g, (_, sign: string) => {
      if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
      return { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[sign] ?? sign;
    });
    return inner;
  }

  private deeper<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > deepest) throw new Unread(`it is nested deeper than ${deepest} levels`);
    const found = read();
    this.depth -= 1;
    return found;
  }

  private anyOf(): Test {
    return this.deeper(() => {
      const of = [this.allOf()];
      while (this.has('||')) of.push(this.allOf());
      return of.length === 1 ? (of[0] as Test) : { is: 'any', of };
    });
  }

  private allOf(): Test {
    const of = [this.test()];
    while (this.has('&&')) of.push(this.test());
    return of.length === 1 ? (of[0] as Test) : { is: 'all', of };
  }

  private test(): Test {
    if (this.has('!')) return this.deeper(() => ({ is: 'not', of: this.test() }));
    if (this.has('(')) {
      const inner = this.anyOf();
      this.need(')');
      return inner;
    }
    const left = this.operand();
    this.space();
    const by = this.take(/===?|!==?|<=|>=|<|>/y);
    if (by === undefined) return left.is === 'query' ? { is: 'there', query: left.query } : this.fail();
    return { is: 'compared', left, by: by.slice(0, 2) as Comparison, right: this.operand() };
  }

  private operand(): Operand {
    this.space();
    const name = this.take(/(?:length|count|value)(?=\s*\()/y);
    if (name !== undefined) return this.deeper(() => this.call(name as 'length' | 'count' | 'value'));
    if (/[$@]/.test(this.text[this.at] ?? '')) return { is: 'query', query: this.deeper(() => this.query()) };
    const quoted = this.quoted();
    if (quoted !== undefined) return { is: 'value', value: quoted };
    const word = this.take(/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true\b|false\b|null\b/y);
    if (word === undefined) return this.fail();
    if (/^-?0\d/.test(word)) return this.fail();
    return { is: 'value', value: JSON.parse(word) as Json };
  }

  private call(name: 'length' | 'count' | 'value'): Operand {
    this.need('(');
    const of = this.operand();
    this.need(')');
    if (name === 'count') return of.is === 'query' ? { is: 'function', name, of: of.query } : this.fail();
    return { is: 'function', name, of };
  }
}
