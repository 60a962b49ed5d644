/** Assertions that become JavaScript here. */
import {
  containsHtmlCode,
  containsJsonCode,
  fileCode,
  firstJsonCode,
  inlineCode,
  isHtmlCode,
  levenshteinCode,
  refusalCode,
  type WrittenCode,
  wordCountCode,
  xmlCode,
} from './assertion-code.ts';
import { pathIn } from './bundle.ts';
import type { AssertionGround, GivenAssertion } from './map-assertions.ts';
import { loadValue, schemaOf } from './map-plain.ts';
import { isPlain, listOf, type Plain } from './shape.ts';

/** `told`: it is lost, and was said to be; `unknown`: nothing here knows it. */
export function mapCode(facts: GivenAssertion, ground: AssertionGround): Plain | 'told' | 'unknown' {
  const { type, value, threshold } = facts;
  const code = (text: string): Plain => ({ kind: 'javascript', code: text });
  switch (type) {
    case 'javascript':
      return javascript(facts, ground);
    case 'contains-json':
      return containsJson(facts, ground);
    case 'is-html':
      return code(isHtmlCode);
    case 'levenshtein':
      return code(levenshteinCode(String(loadValue(facts, ground) ?? ''), Math.max(0, threshold ?? 5)));
    case 'word-count': {
      const { min, max } = isPlain(value) ? value : { min: value, max: value };
      const bound = (one: unknown) =>
        one === undefined || !Number.isFinite(Number(one)) ? null : Number(one);
      return code(wordCountCode(bound(min), bound(max)));
    }
    case 'is-refusal':
      ground.losses.tell(
        'info',
        'near',
        '“is-refusal” is only near to what it was: words that refusals have are looked for.',
        ground.where,
      );
      return code(refusalCode);
    case 'contains-html':
      return code(containsHtmlCode);
    case 'is-xml':
    case 'contains-xml': {
      const required = isPlain(value) ? listOf(value.requiredElements) : String(value ?? '').split(',');
      const paths = required
        .map((one) => String(one).trim())
        .filter((one) => one !== '')
        .slice(0, 100);
      return code(xmlCode(type === 'is-xml' ? 'is' : 'contains', paths));
    }
    default:
      return 'unknown';
  }
}

/** With a schema the first JSON in the answer is what has to fit it. */
function containsJson(facts: GivenAssertion, ground: AssertionGround): Plain {
  const schema = schemaOf(facts, ground);
  return schema === undefined
    ? { kind: 'javascript', code: containsJsonCode }
    : { kind: 'json_schema', schema, transform: firstJsonCode };
}

const reaches = /\brequire\s*\(|^\s*import\s|\bfetch\s*\(|\bprocess\b/m;

/** Code in the text or in a file it names; undefined, and told, where there is none that could be run. */
export function readCode(
  given: string,
  what: string,
  { bundle, losses, from, where }: Pick<AssertionGround, 'bundle' | 'losses' | 'from' | 'where'>,
): WrittenCode | undefined {
  const lose = (reason: string): undefined => {
    losses.tell('warning', 'assertion', `${what} is left out: ${reason}.`, where);
    return undefined;
  };
  const isFile = given.startsWith('file://') || /^[\w./-]+\.(?:c|m)?js(?::\w+)?$/.test(given);
  let text = given;
  if (isFile) {
    const [path] = bundle.find(given, from);
    if (/\.(?:py|rb)(?::\w+)?$/.test(given)) return lose(`${pathIn(given)} is a program, and not run`);
    if (path === undefined) return lose(`${pathIn(given)} is not among the files`);
    if (/\.tsx?$/.test(path)) return lose(`${path} is TypeScript`);
    text = bundle.text(path);
  }
  if (text.length > 40_000) return lose('its code has more than 40,000 characters');
  if (reaches.test(text))
    losses.tell(
      'warning',
      'reaches',
      'JavaScript that loads modules, calls addresses or reads the process will fail here: code reaches nothing.',
      where,
    );
  if (!isFile) return { code: text };
  return { file: text, name: /\.(?:c|m)?js:(\w+)$/.exec(given)?.[1] ?? null };
}

function javascript(facts: GivenAssertion, ground: AssertionGround): Plain | 'told' {
  const { value, threshold, config } = facts;
  const given = typeof value === 'string' ? value : '';
  if (given.trim() === '') {
    ground.losses.tell('warning', 'assertion', '“javascript” without code is left out.', ground.where);
    return 'told';
  }
  const read = readCode(given, '“javascript”', ground);
  if (!read) return 'told';
  const code =
    'code' in read
      ? inlineCode(read.code, { threshold, config })
      : fileCode(read.file, read.name, { threshold, config });
  return { kind: 'javascript', code };
}
