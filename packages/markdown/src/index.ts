export { markdownHtml } from './markdown-html.ts';
export { readMarkdown } from './read-markdown.ts';
export type { MarkdownElement, MarkdownNode, MarkdownTag } from './tree.ts';
