/** All that a text can become. */
export type MarkdownTag =
  | 'p'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'blockquote'
  | 'ul'
  | 'ol'
  | 'li'
  | 'pre'
  | 'code'
  | 'em'
  | 'strong'
  | 'del'
  | 'sup'
  | 'a'
  | 'img'
  | 'input'
  | 'br'
  | 'hr'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

/** Fields are there where the tag has them. */
export interface MarkdownElement {
  tag: MarkdownTag;
  children: readonly MarkdownNode[];
  /** Of a link: where to; of a picture: where from. Never a script. */
  address?: string;
  /** Of a picture, its words. */
  alt?: string;
  title?: string;
  /** Of an ordered list that does not begin with 1. */
  start?: number;
  /** Of a cell. */
  align?: 'left' | 'center' | 'right';
  /** Of a task (`input`). */
  checked?: boolean;
}

export type MarkdownNode = string | MarkdownElement;
