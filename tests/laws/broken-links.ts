import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface BrokenLink {
  file: string;
  line: number;
  link: string;
}

const passedOver = new Set([
  'node_modules',
  'dist',
  'data',
  'test-results',
  'playwright-report',
  'screenshots',
]);

function* pages(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name) && !entry.name.startsWith('.')) yield* pages(path);
    } else if (entry.name.endsWith('.md')) yield path;
  }
}

/** Lines outside fenced blocks and code spans: what stands there is an example, not a link. */
function prose(text: string): string[] {
  let fence: string | undefined;
  return text.split('\n').map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return '';
    }
    if (mark) fence = mark;
    return mark ? '' : line.replace(/(`+)[^`]+\1/g, (code) => ' '.repeat(code.length));
  });
}

/** The anchors of a page's headings, as the usual renderers make them. */
function anchors(text: string): Set<string> {
  const headings = text.matchAll(/^#{1,6} +(.+?)\s*#*$/gm);
  return new Set(
    [...headings].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

const linkPattern = /\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)|^\s*\[[^\]]+\]:\s*(\S+)/g;

/** Relative links and pictures of all Markdown pages that lead nowhere, or out of the folder. */
export function brokenLinks(root: string): { looked: number; broken: BrokenLink[] } {
  const broken: BrokenLink[] = [];
  let looked = 0;
  for (const page of pages(root)) {
    for (const [index, line] of prose(readFileSync(page, 'utf8')).entries())
      for (const [, inline, definition] of line.matchAll(linkPattern)) {
        const link = inline ?? definition ?? '';
        if (/^[a-z][a-z0-9+.-]*:/i.test(link)) continue;
        looked += 1;
        if (!leadsSomewhere(root, page, link))
          broken.push({ file: relative(root, page), line: index + 1, link });
      }
  }
  return { looked, broken };
}

function leadsSomewhere(root: string, page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : resolve(dirname(page), decodeURIComponent(path));
  if (!target.startsWith(root + sep) || !existsSync(target)) return false;
  if (!anchor || !target.endsWith('.md')) return true;
  return anchors(readFileSync(target, 'utf8')).has(anchor);
}
