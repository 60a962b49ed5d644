/** Assertions that become JavaScript here. */
import {
  containsHtmlCode,
  containsJsonCode,
  fileCode,
  inlineCode,
  levenshteinCode,
  refusalCode,
  wordCountCode,
  xmlCode,
} from './assertion-code.ts';
import { pathIn } from './bundle.ts';
import type { AssertionGround, GivenAssertion } from './map-assertions.ts';
import { loadValue } from './map-plain.ts';
import { isPlain, listOf, type Plain } from './shape.ts';

/** `told`: it is lost, and was said to be; `unknown`: nothing here knows it. */
export function mapCode(facts: GivenAssertion, ground: AssertionGround): Plain | 'told' | 'unknown' {
  const { type, value, threshold } = facts;
  const code = (text: string): Plain => ({ kind: 'javascript', code: text });
  switch (type) {
    case 'javascript':
      return javascript(facts, ground);
    case 'contains-json':
      if (value !== undefined && value !== '')
        ground.losses.tell(
          'warning',
          'schema',
          'That JSON in the answer fits a schema is not looked at; that it is there stays.',
          ground.where,
        );
      return code(containsJsonCode);
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

const reaches = /\brequire\s*\(|^\s*import\s|\bfetch\s*\(|\bprocess\b/m;

function javascript(facts: GivenAssertion, { bundle, losses, from, where }: AssertionGround): Plain | 'told' {
  const { value, threshold, config } = facts;
  const given = typeof value === 'string' ? value : '';
  const isFile = given.startsWith('file://') || /^[\w./-]+\.(?:c|m)?js(?::\w+)?$/.test(given);
  const tell = (message: string): 'told' => {
    losses.tell('warning', 'assertion', message, where);
    return 'told';
  };
  if (given.trim() === '') return tell('“javascript” without code is left out.');
  let text = given;
  if (isFile) {
    const [path] = bundle.find(given, from);
    if (path === undefined) return tell(`“javascript” is left out: ${pathIn(given)} is not among the files.`);
    if (/\.tsx?$/.test(path)) return tell(`“javascript” is left out: ${path} is TypeScript.`);
    text = bundle.text(path);
  }
  if (reaches.test(text))
    losses.tell(
      'warning',
      'reaches',
      'JavaScript that loads modules, calls addresses or reads the process will fail here: code reaches nothing.',
      where,
    );
  const name = isFile ? (/\.(?:c|m)?js:(\w+)$/.exec(given)?.[1] ?? null) : null;
  const code = isFile ? fileCode(text, name, { threshold, config }) : inlineCode(text, { threshold, config });
  if (code.length > 50_000)
    return tell('“javascript” is left out: its code has more than 50,000 characters.');
  return { kind: 'javascript', code };
}
