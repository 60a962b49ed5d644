import { memo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { uiText as t } from '../messages/interface-text.ts';
import { linkClass } from './text-link.tsx';
import './markdown.css';

const isOwn = (address: string | undefined) =>
  !!address && (/^(data:image\/|blob:)/.test(address) || /^\/(?!\/)/.test(address));

const components: Components = {
  a: ({ node: _, ...rest }) => (
    <a {...rest} target="_blank" rel="noopener noreferrer nofollow" className={linkClass} />
  ),
  // A picture from elsewhere would tell its owner who reads this and when.
  img: ({ src, alt }) =>
    isOwn(src) ? (
      <img src={src} alt={alt ?? ''} />
    ) : (
      <span className="text-ink-3">{alt || t('imageNotLoaded', { address: src ?? '' })}</span>
    ),
  table: ({ node: _, ...rest }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0}>
      <table {...rest} />
    </section>
  ),
  pre: ({ node: _, ...rest }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabIndex={0} {...rest} />
  ),
};

export const MarkdownBody = memo(({ text }: { text: string }) => (
  <div className="markdown">
    <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSanitize]} components={components}>
      {text}
    </Markdown>
  </div>
));
