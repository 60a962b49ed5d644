/** A text of Jinja or Nunjucks with given values put in: output, conditions, loops, `set`, `raw` and comments. */
import { calculate, inText, type Scope, scopeOf } from './calculate.ts';
import { type Expression, NotKnown, readExpression } from './read-expression.ts';
import { mostSteps, type Room, spend, weigh } from './room.ts';
import { jinjaTags } from './tags.ts';

type Node =
  | { is: 'text'; text: string }
  | { is: 'output'; source: string; expression: Expression }
  | { is: 'set'; name: string; expression: Expression }
  | { is: 'if'; branches: { when: Expression | null; nodes: Node[] }[] }
  | { is: 'for'; names: string[]; list: Expression; nodes: Node[]; otherwise: Node[] };

/** Deeper nesting than this is a trap. */
const deepest = 100;

interface Open {
  node: Extract<Node, { is: 'if' | 'for' }>;
  nodes: Node[];
}

function parse(source: string): Node[] {
  const root: Node[] = [];
  const open: Open[] = [];
  let isRaw = false;
  let done = 0;
  let cutNext = false;
  const put = (node: Node) => (open.at(-1)?.nodes ?? root).push(node);
  for (const { index, whole, output, statement } of jinjaTags(source)) {
    if (isRaw && !/^\s*end(?:raw|verbatim)\s*$/.test(statement ?? '')) continue;
    let text = source.slice(done, index);
    if (cutNext) text = text.trimStart();
    if (whole[2] === '-') text = text.trimEnd();
    cutNext = whole.at(-3) === '-';
    if (text !== '') put({ is: 'text', text });
    done = index + whole.length;
    if (output !== undefined) put({ is: 'output', source: output, expression: readExpression(output) });
    else if (statement !== undefined) {
      const [, word = '', rest = ''] = /^\s*(\w+)\s*(.*?)\s*$/s.exec(statement) ?? [];
      if (word === 'raw' || word === 'verbatim') isRaw = true;
      else if (isRaw) isRaw = false;
      else runStatement(word, rest, { open, put });
    }
  }
  const text = cutNext ? source.slice(done).trimStart() : source.slice(done);
  if (text !== '') put({ is: 'text', text });
  const [left] = open;
  if (left) throw new NotKnown(`“${left.node.is}” is opened and never closed`);
  return root;
}

function runStatement(word: string, rest: string, at: { open: Open[]; put(node: Node): void }): void {
  const { open, put } = at;
  const last = open.at(-1);
  if (open.length > deepest) throw new NotKnown('conditions and loops that are nested too deep');
  if (word === 'if') {
    const nodes: Node[] = [];
    const node: Open['node'] = { is: 'if', branches: [{ when: readExpression(rest), nodes }] };
    put(node);
    open.push({ node, nodes });
  } else if (word === 'for') {
    const at = rest.search(/\sin\s/);
    const [names, list] = at === -1 ? ['', ''] : [rest.slice(0, at), rest.slice(at + 4)];
    const node: Open['node'] = {
      ...{ is: 'for', names: names.split(',').map((name) => name.trim()) },
      ...{ list: readExpression(list), nodes: [], otherwise: [] },
    };
    put(node);
    open.push({ node, nodes: node.nodes });
  } else if ((word === 'elif' || word === 'elseif' || word === 'else') && last) {
    last.nodes = [];
    if (last.node.is === 'if')
      last.node.branches.push({ when: word === 'else' ? null : readExpression(rest), nodes: last.nodes });
    else last.node.otherwise = last.nodes;
  } else if (word === 'endif' || word === 'endfor') {
    if (last?.node.is !== word.slice(3)) throw new NotKnown(`“${word}” closes nothing`);
    open.pop();
  } else if (word === 'set' && /^\w+\s*=/.test(rest)) {
    const [, name = '', value = ''] = /^(\w+)\s*=\s*(.*)$/s.exec(rest) ?? [];
    put({ is: 'set', name, expression: readExpression(value) });
  } else throw new NotKnown(`“${word}” has no counterpart`);
}

const mostCharacters = 100_000;

/**
 * With `mustKnow`, whatever is put out must have a value: somebody else may give what is missing later.
 * @throws NotKnown: something in it has no counterpart here, has no value, or it grows beyond all bounds
 */
export function renderJinja(
  source: string,
  values: Readonly<Record<string, unknown>>,
  whole: Room = { steps: mostSteps },
  { mustKnow = false }: { mustKnow?: boolean } = {},
): string {
  const parts: string[] = [];
  let characters = 0;
  const room: Room = { steps: Math.min(mostSteps, whole.steps) };
  const given = room.steps;
  const write = (text: string) => {
    characters += text.length;
    if (characters > mostCharacters)
      throw new NotKnown(`a text of more than ${mostCharacters.toLocaleString('en')} characters`);
    parts.push(text);
  };
  const weighed = (expression: Expression, scope: Scope) => {
    const value = calculate(expression, scope, room);
    weigh(room, value);
    return value;
  };
  /** What is set in a branch holds after it; what is set in a loop ends with its turn. */
  const run = (nodes: readonly Node[], scope: Names): void => {
    for (const node of nodes) {
      spend(room, 1);
      if (node.is === 'text') write(node.text);
      else if (node.is === 'output') {
        const value = weighed(node.expression, scope);
        if (mustKnow && value === undefined)
          throw new NotKnown(`“${node.source.trim().slice(0, 80)}” has no value`);
        write(inText(value));
      } else if (node.is === 'set') scope.set(node.name, calculate(node.expression, scope, room));
      else if (node.is === 'if') {
        const branch = node.branches.find(({ when }) => when === null || calculate(when, scope, room));
        if (branch) run(branch.nodes, scope);
      } else loop(node, scope);
    }
  };
  const loop = (node: Extract<Node, { is: 'for' }>, scope: Names): void => {
    const turns = turnsOf(calculate(node.list, scope, room));
    if (turns.length === 0) run(node.otherwise, scope);
    for (const [index, turn] of turns.entries()) {
      const facts = {
        ...{ index: index + 1, index0: index, first: index === 0, last: index === turns.length - 1 },
        ...{ revindex: turns.length - index, revindex0: turns.length - index - 1, length: turns.length },
      };
      const own = within(scope);
      own.set('loop', facts);
      const several = Array.isArray(turn) ? turn : [turn];
      for (const [place, name] of node.names.entries())
        own.set(name, node.names.length === 1 ? turn : several[place]);
      run(node.nodes, own);
    }
  };
  try {
    run(parse(source), within(scopeOf(values)));
  } finally {
    whole.steps -= given - Math.max(0, room.steps);
  }
  return parts.join('');
}

interface Names extends Scope {
  set(name: string, value: unknown): void;
}

/** Names that are known here, before those that are known around it. */
function within(outer: Scope): Names {
  const own = new Map<string, unknown>();
  return {
    get: (name) => (own.has(name) ? own.get(name) : outer.get(name)),
    set: (name, value) => void own.set(name, value),
  };
}

/** A list as it is, an object as pairs of name and value. */
function turnsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [...value];
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
