/**
 * The built web app: hashed files for ever, the page itself never kept. What the build packed with brotli (`….br` beside
 * the file) is sent as it is; the rest is packed once when first asked for. The page names the scripts of the address it was
 * asked for, so that they come with the others and not after them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json; charset=utf-8',
};
const compressible = /^(?:text\/|application\/(?:json|manifest|wasm)|image\/svg)/;

interface WebFile {
  type: string;
  read(): Uint8Array;
  /** What the build packed with brotli already. */
  readPacked?: () => Uint8Array;
  packed: Map<'br' | 'gzip' | 'identity', Promise<Uint8Array>>;
}

export interface WebFiles {
  /** The file of a path, or the page for a path of the app; undefined when there is neither. */
  answer(
    path: string,
    accept: { encoding: string; html: boolean; range?: boolean },
  ): Promise<Response | undefined>;
  readonly buildId: string | undefined;
  /** The scripts within the page, as the content security policy names them. */
  readonly pageScripts: readonly string[];
}

async function pack(bytes: Uint8Array, encoding: 'br' | 'gzip' | 'identity'): Promise<Uint8Array> {
  if (encoding === 'br')
    return promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
  return encoding === 'gzip' ? promisify(gzip)(bytes) : bytes;
}

/** Of a file the build packed. */
const packedEnding = '.br';
/** Written by the build beside the page: address patterns and the scripts each needs. */
const scriptList = '/page-scripts.json';
const scriptsMark = '<!--scripts of the address-->';

const hashesOf = (html: string) =>
  [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );

/** The page once for each pattern of addresses, and as it is for any other. */
function openPages(html: string, scripts: Record<string, string[]>): (path: string) => WebFile {
  const pageWith = (files: readonly string[]): WebFile => {
    const links = files.map(
      (file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="${file}">`,
    );
    const text = html.replace(scriptsMark, links.join('\n    '));
    return { type: types['.html'] as string, read: () => Buffer.from(text), packed: new Map() };
  };
  const others = pageWith([]);
  const pages = Object.entries(scripts).map(([address, files]) => ({
    literal: !address.includes('{'),
    pattern: new RegExp(`^${address.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}/?$`),
    page: pageWith(files),
  }));
  // `/prompts/import` is not the prompt of the name import.
  pages.sort((a, b) => Number(b.literal) - Number(a.literal));
  return (path) => pages.find(({ pattern }) => pattern.test(path))?.page ?? others;
}

/** Reads the list of files once; `directory` is the output of the web build. */
export function openWebFiles(directory: string): WebFiles {
  const files = new Map<string, WebFile>();
  if (existsSync(directory))
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      if (entry.name.endsWith(packedEnding)) continue;
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(directory, path).split(sep).join('/')}`;
      files.set(address, {
        read: () => readFileSync(path),
        ...(existsSync(path + packedEnding) && { readPacked: () => readFileSync(path + packedEnding) }),
        type: types[extname(path)] ?? 'application/octet-stream',
        packed: new Map(),
      });
    }
  const html = files.get('/index.html') && Buffer.from(files.get('/index.html')?.read() ?? '').toString();
  const list = files.get(scriptList);
  const pageOf =
    html === undefined
      ? undefined
      : openPages(html, list ? JSON.parse(Buffer.from(list.read()).toString()) : {});
  files.delete('/index.html');
  files.delete(scriptList);

  const send = async (file: WebFile, accepted: string, forEver: boolean): Promise<Response> => {
    const encodings = compressible.test(file.type) ? (['br', 'gzip'] as const) : [];
    const encoding = encodings.find((one) => accepted.includes(one)) ?? 'identity';
    let bytes = file.packed.get(encoding);
    if (!bytes) {
      bytes =
        encoding === 'br' && file.readPacked
          ? Promise.resolve(file.readPacked())
          : pack(file.read(), encoding);
      file.packed.set(encoding, bytes);
    }
    const headers = new Headers({
      'content-type': file.type,
      'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    });
    if (encoding !== 'identity') headers.set('content-encoding', encoding);
    return new Response((await bytes) as Uint8Array<ArrayBuffer>, { headers });
  };

  return {
    buildId: /<meta name="build-id" content="([^"]+)"/.exec(html ?? '')?.[1],
    pageScripts: hashesOf(html ?? ''),
    async answer(path, accept) {
      const file = files.get(path);
      if (file) return send(file, accept.encoding, path.startsWith('/assets/'));
      const askedForPage = accept.html || path === '/index.html';
      if (!askedForPage || path.startsWith('/assets/') || !pageOf) return undefined;
      return send(pageOf(path), accept.encoding, false);
    },
  };
}
