import { type Draft, quote, readPath } from './draft.ts';

const MARK = /\{\{|\}\}|\{([^{}\n]{0,500})\}/g;

/**
 * Python's f-strings and `str.format`: `{name}`, `{user.name}`, `{items[0]}`; `{{` and `}}` are braces. What is
 * said about the form, such as `:.2f` or `!r`, is lost; anything that is no name stays text.
 */
export function fromFString(source: string, draft: Draft): void {
  let done = 0;
  for (const match of source.matchAll(MARK)) {
    const place = { from: match.index, to: match.index + match[0].length };
    if (match[1] === undefined) {
      draft.text(`${source.slice(done, place.from)}${match[0][0]}`);
      done = place.to;
      continue;
    }
    const [, expression = '', form = ''] = /^([^:!]*)((?:![rsa])?(?::.*)?)$/.exec(match[1]) ?? [];
    const path = readPath(expression);
    if (path === undefined) {
      if (match[1].trim() !== '') {
        const message = `${quote(match[0])} is no name and stays as it is.`;
        draft.report('info', 'left_as_text', message, place);
      }
      continue;
    }
    if (form !== '') {
      const message = `"${path}" is written as it is given; its form "${quote(form)}" is lost.`;
      draft.report('warning', 'form_dropped', message, place);
    }
    draft.text(source.slice(done, place.from));
    draft.tag(path);
    draft.use(path, 'text');
    done = place.to;
  }
  draft.text(source.slice(done));
}
