import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/house.mjs';
import { brokenLinks } from './broken-links.ts';
import { plantedFolder } from './planted-folder.ts';

function linksOf(texts: Record<string, string>) {
  const folder = plantedFolder(texts);
  try {
    const { looked, broken } = brokenLinks(folder.path);
    return { looked, broken: broken.map(({ file, line, link }) => `${file}:${line} ${link}`) };
  } finally {
    folder.remove();
  }
}

describe('links of the pages', () => {
  test('lead to what is there', () => {
    const { looked, broken } = brokenLinks(root);
    expect(looked).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  test.each([
    ['a page that is not there', '[x](missing.md)', 'missing.md'],
    ['a picture that is not there', '![x](pictures/none.png)', 'pictures/none.png'],
    ['a heading that is not there', '[x](other.md#nothing)', 'other.md#nothing'],
    ['an own heading that is not there', '[x](#nothing)', '#nothing'],
    ['a place outside the folder', '[x](../../outside.md)', '../../outside.md'],
    ['a definition', '[x]: gone.md', 'gone.md'],
  ])('are caught when one leads to %s', (_what, text, link) => {
    const { broken } = linksOf({ 'docs/page.md': `# Page\n\n${text}\n`, 'docs/other.md': '# Other\n' });
    expect(broken).toEqual([`docs/page.md:3 ${link}`]);
  });

  test('may lead to pages, headings, folders and other sites', () => {
    const { looked, broken } = linksOf({
      'README.md':
        '[a](docs/page.md#two-words) [b](docs) [c](https://example.com/none) [d](docs/page.md "Page")',
      'docs/page.md': '# Page\n\n## Two words\n\n[up](../README.md) [here](#page)\n',
    });
    expect(broken).toEqual([]);
    expect(looked).toBe(5);
  });

  test('are not looked for in code', () => {
    const { looked } = linksOf({ 'page.md': '`[a](none.md)`\n\n```\n[b](none.md)\n```\n' });
    expect(looked).toBe(0);
  });
});
