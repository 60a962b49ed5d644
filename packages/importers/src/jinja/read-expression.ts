/** The expressions of Jinja and Nunjucks as a tree; what is none of the known ones is refused in words. */

export type Expression =
  | { is: 'value'; value: unknown }
  | { is: 'name'; name: string }
  | { is: 'list'; items: Expression[] }
  | { is: 'field'; of: Expression; key: Expression }
  | { is: 'not' | 'minus'; of: Expression }
  | { is: 'both'; sign: string; left: Expression; right: Expression }
  | { is: 'choice'; when: Expression; then: Expression; otherwise: Expression | null }
  | { is: 'test' | 'filter'; name: string; of: Expression; given: Expression[] };

/** What was written cannot be calculated here; the message says what of it. */
export class NotKnown extends Error {}

const sign =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([\p{L}_$][\p{L}\p{M}\p{N}_$]*)|(===|!==|==|!=|<=|>=|\/\/|\*\*|[-+*/%~<>|.,:()[\]{}=]))/uy;

type Kind = 'text' | 'number' | 'word' | 'sign' | 'end';
type Token = { kind: Kind; text: string };

function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  sign.lastIndex = 0;
  for (let at = 0; source.slice(at).trim() !== ''; at = sign.lastIndex) {
    const found = sign.exec(source);
    if (!found) throw new NotKnown(`“${source.slice(at, at + 20).trim()}” is not understood`);
    const [, text, number, word, other] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text: unquote(text) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: other ?? '' });
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const unquote = (text: string) =>
  text.slice(1, -1).replace(/\\(.)/gs, (_all, letter: string) => escapes[letter] ?? letter);

const literals: Readonly<Record<string, unknown>> = {
  ...{ true: true, True: true, false: false, False: false },
  ...{ none: null, None: null, null: null },
};

/** From the loosest to the closest; `in` and `is` stand between `not` and the comparisons. */
const levels: readonly (readonly string[])[] = [
  ['==', '===', '!=', '!==', '<', '>', '<=', '>='],
  ['~'],
  ['+', '-'],
  ['*', '/', '//', '%'],
];
const deepest = 40;

/** @throws NotKnown */
export function readExpression(source: string): Expression {
  if (source.length > 2_000) throw new NotKnown('an expression of more than 2,000 characters');
  const tokens = tokensOf(source);
  let at = 0;
  let depth = 0;
  const now = (): Token => tokens[at] ?? { kind: 'end', text: '' };
  const isSign = (text: string) => now().kind === 'sign' && now().text === text;
  const isWord = (text: string) => now().kind === 'word' && now().text === text;
  const take = (isIt: boolean): boolean => {
    if (isIt) at += 1;
    return isIt;
  };
  const demand = (text: string) => {
    if (!take(isSign(text))) throw new NotKnown(`“${text}” is missing in “${source.trim()}”`);
  };
  const wordHere = (): string => {
    const { kind, text } = now();
    if (kind !== 'word') throw new NotKnown(`a name is missing in “${source.trim()}”`);
    at += 1;
    return text;
  };

  function choice(): Expression {
    depth += 1;
    if (depth > deepest) throw new NotKnown('an expression that is nested too deep');
    const then = either();
    depth -= 1;
    if (!take(isWord('if'))) return then;
    const when = either();
    return { is: 'choice', when, then, otherwise: take(isWord('else')) ? choice() : null };
  }
  function either(): Expression {
    let left = every();
    while (take(isWord('or'))) left = { is: 'both', sign: 'or', left, right: every() };
    return left;
  }
  function every(): Expression {
    let left = negation();
    while (take(isWord('and'))) left = { is: 'both', sign: 'and', left, right: negation() };
    return left;
  }
  function negation(): Expression {
    let times = 0;
    while (take(isWord('not'))) times += 1;
    const of = membership();
    return times === 0 ? of : { is: 'not', of: times % 2 === 1 ? of : { is: 'not', of } };
  }
  function membership(): Expression {
    const left = level(0);
    if (take(isWord('in'))) return { is: 'both', sign: 'in', left, right: level(0) };
    if (isWord('not') && tokens[at + 1]?.text === 'in') {
      at += 2;
      return { is: 'not', of: { is: 'both', sign: 'in', left, right: level(0) } };
    }
    if (!take(isWord('is'))) return left;
    const isNot = take(isWord('not'));
    const name = wordHere();
    const test: Expression = { is: 'test', name, of: left, given: isSign('(') ? given() : [] };
    return isNot ? { is: 'not', of: test } : test;
  }
  function level(index: number): Expression {
    const signs = levels[index];
    if (!signs) return power();
    let left = level(index + 1);
    while (now().kind === 'sign' && signs.includes(now().text)) {
      const { text } = now();
      at += 1;
      left = { is: 'both', sign: text, left, right: level(index + 1) };
    }
    return left;
  }
  function power(): Expression {
    const left = unary();
    return take(isSign('**')) ? { is: 'both', sign: '**', left, right: unary() } : left;
  }
  function unary(): Expression {
    if (take(isSign('-'))) return { is: 'minus', of: filtered(primary()) };
    return filtered(primary());
  }
  function filtered(of: Expression): Expression {
    let whole = of;
    while (take(isSign('|'))) {
      const name = wordHere();
      whole = { is: 'filter', name, of: whole, given: isSign('(') ? given() : [] };
    }
    return whole;
  }
  function given(): Expression[] {
    demand('(');
    const all: Expression[] = [];
    while (!take(isSign(')'))) {
      // A name before a value is only for the order of them, which is that of their use here.
      if (now().kind === 'word' && tokens[at + 1]?.text === '=') at += 2;
      all.push(choice());
      if (!isSign(')')) demand(',');
    }
    return all;
  }
  function primary(): Expression {
    const { kind, text } = now();
    at += 1;
    if (kind === 'text') return fields({ is: 'value', value: text });
    if (kind === 'number') return { is: 'value', value: Number(text) };
    if (kind === 'word')
      return Object.hasOwn(literals, text)
        ? { is: 'value', value: literals[text] }
        : fields({ is: 'name', name: text });
    if (kind === 'sign' && text === '(') {
      const inner = choice();
      demand(')');
      return fields(inner);
    }
    if (kind === 'sign' && text === '[') {
      const items: Expression[] = [];
      while (!take(isSign(']'))) {
        items.push(choice());
        if (!isSign(']')) demand(',');
      }
      return fields({ is: 'list', items });
    }
    throw new NotKnown(`“${source.trim()}” is not understood`);
  }
  function fields(first: Expression): Expression {
    let of = first;
    for (;;) {
      if (take(isSign('.'))) {
        const { kind, text } = now();
        if (kind !== 'word' && kind !== 'number') throw new NotKnown(`“${source.trim()}” is not understood`);
        at += 1;
        of = { is: 'field', of, key: { is: 'value', value: text } };
      } else if (take(isSign('['))) {
        of = { is: 'field', of, key: choice() };
        demand(']');
      } else if (isSign('(')) throw new NotKnown(`the call in “${source.trim()}” is a program`);
      else return of;
    }
  }

  const whole = choice();
  if (now().kind !== 'end') throw new NotKnown(`“${source.trim()}” is not understood`);
  return whole;
}
