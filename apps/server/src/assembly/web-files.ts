/** The built web app: hashed files for ever, the page itself never kept; brotli made once per file. */
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
  path: string;
  packed: Map<'br' | 'gzip' | 'identity', Promise<Uint8Array>>;
}

export interface WebFiles {
  /** The file of a path, or the page for a path of the app; undefined when there is neither. */
  answer(
    path: string,
    accept: { encoding: string; html: boolean; range?: boolean },
  ): Promise<Response | undefined>;
  readonly buildId: string | undefined;
}

async function pack(path: string, encoding: 'br' | 'gzip' | 'identity'): Promise<Uint8Array> {
  const bytes = readFileSync(path);
  if (encoding === 'br')
    return promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes.length < 400_000 ? 11 : 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
  return encoding === 'gzip' ? promisify(gzip)(bytes) : bytes;
}

/** Reads the list of files once; `directory` is the output of the web build. */
export function openWebFiles(directory: string): WebFiles {
  const files = new Map<string, WebFile>();
  if (existsSync(directory))
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(directory, path).split(sep).join('/')}`;
      files.set(address, {
        path,
        type: types[extname(path)] ?? 'application/octet-stream',
        packed: new Map(),
      });
    }
  const page = files.get('/index.html');
  const buildId =
    page && /<meta name="build-id" content="([^"]+)"/.exec(readFileSync(page.path, 'utf8'))?.[1];

  const send = async (file: WebFile, accepted: string, forEver: boolean): Promise<Response> => {
    const encodings = compressible.test(file.type) ? (['br', 'gzip'] as const) : [];
    const encoding = encodings.find((one) => accepted.includes(one)) ?? 'identity';
    let bytes = file.packed.get(encoding);
    if (!bytes) {
      bytes = pack(file.path, encoding);
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
    buildId,
    async answer(path, accept) {
      const file = files.get(path);
      if (file && path !== '/index.html') return send(file, accept.encoding, path.startsWith('/assets/'));
      if (!accept.html || path.startsWith('/assets/') || !page) return undefined;
      return send(page, accept.encoding, false);
    },
  };
}
