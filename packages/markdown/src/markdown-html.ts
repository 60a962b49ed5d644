import type { MarkdownElement, MarkdownNode } from './tree.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const attribute = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : ` ${name}="${escaped(String(value))}"`;

/** Writes what was read as HTML. A picture is its words: to load it would tell its owner who reads this and when. */
export function markdownHtml(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? escaped(node) : element(node))).join('');
}

function element({ tag, children, address, alt, title, start, align, checked }: MarkdownElement): string {
  if (tag === 'img') return escaped(alt || address || '');
  if (tag === 'input') return checked ? '☑' : '☐';
  if (tag === 'br' || tag === 'hr') return `<${tag}>`;
  const attributes =
    attribute('href', address) +
    (tag === 'a' ? ' target="_blank" rel="noopener noreferrer nofollow"' : '') +
    attribute('title', title) +
    attribute('start', start) +
    attribute('align', align);
  return `<${tag}${attributes}>${markdownHtml(children)}</${tag}>`;
}
