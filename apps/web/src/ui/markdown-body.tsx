import { type MarkdownElement, type MarkdownNode, readMarkdown } from '@promptvault/markdown';
import { createElement, memo, type ReactNode } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { linkClass } from './text-link.tsx';
import './markdown.css';

/** What cannot be shown well as a formatted text is shown as it came. */
export const MarkdownBody = memo(({ text }: { text: string }) => {
  const nodes = readMarkdown(text);
  return nodes ? (
    <div className="markdown">{drawAll(nodes)}</div>
  ) : (
    <p className="max-w-prose whitespace-pre-wrap">{text}</p>
  );
});

const drawAll = (nodes: readonly MarkdownNode[]): ReactNode[] =>
  nodes.map((node, place) => (typeof node === 'string' ? node : draw(node, place)));

function draw(element: MarkdownElement, key: number): ReactNode {
  const { tag, children, address, alt, title, start, align, checked } = element;
  switch (tag) {
    case 'br':
    case 'hr':
      return createElement(tag, { key });
    case 'a':
      return (
        <a
          key={key}
          href={address}
          title={title}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className={linkClass}
        >
          {drawAll(children)}
        </a>
      );
    case 'img':
      // A picture from elsewhere would tell its owner who reads this and when.
      return address && /^\/(?![/\\])/.test(address) ? (
        <img key={key} src={address} alt={alt ?? ''} title={title} />
      ) : (
        <span key={key} className="text-ink-3">
          {alt || t('imageNotLoaded', { address: address ?? '' })}
        </span>
      );
    case 'input':
      return <input key={key} type="checkbox" checked={checked ?? false} disabled readOnly />;
    case 'pre':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre key={key} tabIndex={0}>
          {drawAll(children)}
        </pre>
      );
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section key={key} className="overflow-x-auto" tabIndex={0}>
          <table>{drawAll(children)}</table>
        </section>
      );
    default:
      return createElement(
        tag,
        { key, start, title, style: align && { textAlign: align } },
        ...drawAll(children),
      );
  }
}
