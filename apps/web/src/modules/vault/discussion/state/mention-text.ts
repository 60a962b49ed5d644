/**
 * Mentions as people read them, `@Mira R.`, and as they are stored, `@[Mira R.](person:<id>)`; of a group
 * `@[admins](group:admins)`.
 */

export type Mention = { id: string; name: string; kind?: 'group' };

const stored = /@\[((?:\\.|[^\]\\\n]){0,200})\]\((person|group):([^)\s]{1,100})\)/g;
const toName = (name: string) => name.replace(/\\(.)/g, '$1');
const toLabel = (name: string) => name.replace(/[\\[\]]/g, '\\$&');

/** What stands in the field when a comment is changed, and who is meant by which name. */
export function toTyped(body: string): { text: string; people: Mention[] } {
  const people: Mention[] = [];
  const text = body.replace(stored, (_, label: string, kind: string, id: string) => {
    const name = toName(label);
    people.push({ id, name, ...(kind === 'group' && { kind }) });
    return `@${name}`;
  });
  return { text, people };
}

/** What is sent: the names that completion wrote become mentions, longer names first. */
export function toStored(text: string, people: readonly Mention[]): string {
  const names = [...new Map(people.map((one) => [one.name, one])).values()].sort(
    (a, b) => b.name.length - a.name.length,
  );
  let sent = '';
  for (let at = 0; at < text.length; ) {
    const mention =
      text[at] === '@' && !/[\p{L}\p{N}_]/u.test(text[at - 1] ?? '')
        ? names.find(({ name }) => text.startsWith(name, at + 1))
        : undefined;
    if (mention) {
      sent += `@[${toLabel(mention.name)}](${mention.kind ?? 'person'}:${mention.id})`;
      at += mention.name.length + 1;
    } else {
      sent += text[at];
      at += 1;
    }
  }
  return sent;
}

/** For the formatted view: a mention is a name in bold. */
export const toMarkdown = (body: string): string =>
  body.replace(stored, (_, label: string) => `**@${label.replace(/[*_`]/g, '\\$&')}**`);

/** The unfinished name before the caret: `@Mi`. */
export function nameAt(text: string, caret: number): { from: number; q: string } | undefined {
  const found = /(?:^|[^\p{L}\p{N}_@])@([\p{L}\p{N}_.'-]{0,40}(?: [\p{L}\p{N}_.'-]{1,40})?)$/u.exec(
    text.slice(0, caret),
  );
  return found ? { from: caret - (found[1]?.length ?? 0) - 1, q: found[1] ?? '' } : undefined;
}
