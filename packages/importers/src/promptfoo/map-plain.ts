/** Assertions that ask nobody and run nothing. */
import { pathIn } from './bundle.ts';
import type { AssertionGround, GivenAssertion, Mapped } from './map-assertions.ts';
import { isPlain, type Plain } from './shape.ts';

const inText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

/** Values of the `-any` and `-all` kinds: a list, or texts between commas. */
function several(value: unknown): string[] {
  const list = Array.isArray(value)
    ? value.map(inText)
    : inText(value)
        .split(',')
        .map((one) => one.trim());
  return list.filter((one) => one !== '');
}

/** A value as it is, or what stands in the file that it names; undefined, and told, when that is not there. */
export function loadValue(
  { value }: Pick<GivenAssertion, 'value'>,
  { bundle, losses, from, where }: AssertionGround,
): unknown {
  if (typeof value !== 'string' || !value.startsWith('file://')) return value;
  const [path] = bundle.find(value, from);
  if (path === undefined) {
    losses.tell(
      'warning',
      'file_missing',
      `${pathIn(value)} is not among the files, so what it says is left out.`,
      where,
    );
    return undefined;
  }
  return /\.(?:json|ya?ml)$/.test(path) ? bundle.data(path) : bundle.text(path);
}

/** A schema: data, or JSON or YAML in a text. */
export function schemaOf(facts: GivenAssertion, ground: AssertionGround): unknown {
  const value = loadValue(facts, ground);
  if (typeof value !== 'string' || value.trim() === '') return isPlain(value) ? value : undefined;
  try {
    return JSON.parse(value);
  } catch {
    ground.losses.tell(
      'warning',
      'schema',
      'A schema that is not JSON is left out; that the answer is JSON stays.',
      ground.where,
    );
    return undefined;
  }
}

export function mapPlain(facts: GivenAssertion, ground: AssertionGround): Mapped {
  const { type, threshold } = facts;
  const ignoreCase = type.startsWith('i') && !type.startsWith('is-');
  switch (type) {
    case 'equals':
      return equal(facts, ground);
    case 'contains':
    case 'icontains':
      return { kind: 'contains', values: [inText(loadValue(facts, ground))], ignoreCase };
    case 'contains-all':
    case 'icontains-all':
      return { kind: 'contains', values: several(loadValue(facts, ground)), mode: 'all', ignoreCase };
    case 'contains-any':
    case 'icontains-any':
      return { kind: 'contains', values: several(loadValue(facts, ground)), mode: 'any', ignoreCase };
    case 'starts-with':
      return { kind: 'starts_with', value: inText(facts.value) };
    case 'ends-with':
      return { kind: 'ends_with', value: inText(facts.value) };
    case 'regex':
      return pattern(inText(facts.value));
    case 'is-json': {
      const schema = schemaOf(facts, ground);
      return schema === undefined ? { kind: 'json' } : { kind: 'json_schema', schema };
    }
    case 'latency':
      return { kind: 'latency', atMostMs: Math.round(threshold ?? Number.NaN) };
    case 'cost':
      return { kind: 'cost', atMostMicroDollars: Math.round((threshold ?? Number.NaN) * 1_000_000) };
    case 'finish-reason':
      return { kind: 'finish_reason', reasons: [finishReasonOf(inText(facts.value))] };
    case 'rouge-n':
      return {
        kind: 'similarity',
        value: inText(loadValue(facts, ground)),
        measure: 'words',
        atLeast: threshold ?? 0.75,
      };
    case 'bleu':
    case 'gleu':
    case 'meteor':
      ground.losses.tell(
        'info',
        'near',
        `“${type}” is only near to what it was: the words of both texts are compared.`,
        ground.where,
      );
      return {
        kind: 'similarity',
        value: inText(loadValue(facts, ground)),
        measure: 'words',
        atLeast: threshold ?? 0.5,
      };
    default:
      return undefined;
  }
}

/** Names that providers have for the same; what is none of them is refused with the rest of its assertion. */
const finishReasons: Readonly<Record<string, string>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  tool_use: 'tool_calls',
  function_call: 'tool_calls',
  safety: 'content_filter',
};

function finishReasonOf(text: string): string {
  const name = text.trim().toLowerCase();
  return finishReasons[name] ?? name;
}

function equal(facts: GivenAssertion, ground: AssertionGround): Plain {
  const value = loadValue(facts, ground);
  return typeof value === 'object' && value !== null
    ? { kind: 'json_path', path: '$', operator: 'equals', value }
    : { kind: 'equals', value: inText(value) };
}

/** `(?i)` at the beginning is a flag of other languages. */
function pattern(text: string): Plain {
  const [, flags = ''] = /^\(\?([ims]{1,3})\)/.exec(text) ?? [];
  return {
    kind: 'regex',
    pattern: flags ? text.slice(flags.length + 3) : text,
    flags: [...new Set(flags)].join(''),
  };
}
