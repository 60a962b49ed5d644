import { existsSync, readFileSync, statSync } from 'node:fs';
import { inHouse } from '../house.mjs';
import { ensureWebBuild } from '../runtime/web-build.mjs';
import { say } from '../say.mjs';

/** Script of a first page, packed, in bytes (product.md, "First load"). */
export const mostScript = 150_000;
/** Where people come in: before they are signed in, and after. */
const firstPages = ['/sign-in', '/prompts'];

const scriptTag = /<(?:script|link)\b[^>]*\b(?:src|href)="(\/assets\/[^"]+\.js)"/g;

/**
 * What the first pages load of script, the largest first.
 * @param {{ html: string, byAddress: Record<string, string[]>, sizeOf: (path: string) => number }} built
 * @returns {{ address: string, bytes: number, files: { path: string, bytes: number }[] }[]}
 */
export function weighPages({ html, byAddress, sizeOf }) {
  const always = [...html.matchAll(scriptTag)].map(([, path]) => path);
  return firstPages.map((address) => {
    const own = byAddress[address];
    if (!own) throw new Error(`The build does not name the scripts of ${address}.`);
    const files = [...new Set([...always, ...own])]
      .map((path) => ({ path, bytes: sizeOf(path) }))
      .sort((a, b) => b.bytes - a.bytes);
    return { address, bytes: files.reduce((sum, file) => sum + file.bytes, 0), files };
  });
}

const kilobytes = (bytes) => `${(bytes / 1_000).toFixed(1)} kB`;

/** Sizes are the same on every machine, so they are held here; times are for `npm run bench -- page`. */
export const pageWeight = ({ node, env }) => ({
  name: 'page weight',
  run: async () => {
    await ensureWebBuild({ node, env });
    const dist = inHouse('apps', 'web', 'dist');
    const byAddress = JSON.parse(readFileSync(`${dist}/page-scripts.json`, 'utf8'));
    const missing = [...new Set(Object.values(byAddress).flat())].filter((path) => !existsSync(dist + path));
    for (const path of missing) say(`a page names ${path}, which the build did not write`);
    const pages = weighPages({
      html: readFileSync(`${dist}/index.html`, 'utf8'),
      byAddress,
      sizeOf: (path) => statSync(`${dist}${path}.br`).size,
    });
    const heavy = pages.filter(({ bytes }) => bytes > mostScript);
    for (const { address, bytes, files } of heavy) {
      say(`${address} loads ${kilobytes(bytes)} of script; ${kilobytes(mostScript)} are the most:`);
      for (const file of files.slice(0, 3)) say(`  ${kilobytes(file.bytes)} ${file.path}`);
      say('  a route that takes a small thing from a file of many brings the whole file along');
    }
    return { ok: heavy.length === 0 && missing.length === 0 };
  },
});
