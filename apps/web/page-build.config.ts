/**
 * What the build writes beside the files of the app: the page, in the order in which a browser should come to its
 * parts, and which scripts each address needs, so that the server can name them in the page (web-files.ts).
 */
import { createHash } from 'node:crypto';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';

type Bundle = Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>;

const chunksOf = (bundle: Bundle) => Object.values(bundle).filter((file) => file.type === 'chunk');

/** The chunks that these import at once, and those that they import in turn. */
function withImports(bundle: Bundle, files: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const add = (file: string) => {
    const chunk = bundle[file];
    if (found.has(file) || chunk?.type !== 'chunk') return;
    found.add(file);
    for (const next of chunk.imports) add(next);
  };
  for (const file of files) add(file);
  return found;
}

/** `_app/prompts.$promptId.tsx` is `/prompts/{promptId}`; a part that begins with `_` is not in the address. */
function addressOf(route: string): string {
  const parts = route
    .replace(/\.tsx$/, '')
    .split(/[/.]/)
    .filter((part) => !part.startsWith('_') && part !== 'index');
  return `/${parts.map((part) => (part.startsWith('$') ? `{${part.slice(1)}}` : part)).join('/')}`;
}

const routeFile = /\/src\/routes\/(.+\.tsx)\?tsr-split=component/;

const entriesOf = (bundle: Bundle) =>
  chunksOf(bundle).flatMap((chunk) => (chunk.isEntry ? [chunk.fileName] : []));

/** The scripts of each address that the page itself does not name yet: its own, and those of the frames around it. */
function scriptsByAddress(bundle: Bundle): Record<string, string[]> {
  const chunkOfRoute = new Map<string, string>();
  for (const chunk of chunksOf(bundle))
    for (const id of chunk.moduleIds) {
      const route = routeFile.exec(id)?.[1];
      if (route) chunkOfRoute.set(route, chunk.fileName);
    }
  const named = withImports(bundle, entriesOf(bundle));
  const scripts: Record<string, string[]> = {};
  for (const [route, file] of chunkOfRoute) {
    const folders = route.split('/').slice(0, -1);
    const frames = folders.flatMap(
      (_, at) => chunkOfRoute.get(`${folders.slice(0, at + 1).join('/')}.tsx`) ?? [],
    );
    const needed = [...withImports(bundle, [...frames, file])].filter((one) => !named.has(one));
    if (!chunkOfRoute.has(`${route.replace(/\.tsx$/, '')}/index.tsx`) && !/(^|\/)_[^/]*\.tsx$/.test(route))
      scripts[addressOf(route)] = needed.map((one) => `/${one}`);
  }
  return scripts;
}

/**
 * What all pages need goes to three files. A connection begins slowly: on a phone three that load beside each other are
 * there sooner than one of the same size. None of them may need one that needs it, or the page does not start: react
 * needs nothing, libraries need react alone, and icons, which are drawn by a file of ours, stay with what is ours.
 */
const firstOf = (id: string): 'react' | 'libraries' | 'base' => {
  if (/\/node_modules\/(?:react|react-dom|scheduler)\//.test(id)) return 'react';
  return /\/node_modules\/(?!lucide-react\/)/.test(id) ? 'libraries' : 'base';
};

/**
 * Which file each module goes to that the first pages need: those of `firstOf` are needed by all, `frame` by
 * a page within the frame, `door` by one before it. Left to itself the build makes forty small files of them; over
 * HTTP/1.1 a browser fetches six at a time, and each is one way to the server and back. What a page really needs is
 * known after the bundler has left out what nobody uses, so it is found by a build that is not written.
 */
export async function firstFiles(config: InlineConfig): Promise<(id: string) => string | null> {
  const output = await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    build: { ...config.build, write: false, minify: false },
  });
  if (!('output' in output)) throw new Error('The build did not tell what it made.');
  const bundle: Bundle = Object.fromEntries(output.output.map((file) => [file.fileName, file]));
  const modulesOf = (files: Iterable<string>) =>
    new Set(
      [...files].flatMap((file) => {
        const chunk = bundle[file];
        return chunk?.type === 'chunk' && !chunk.isDynamicEntry ? chunk.moduleIds : [];
      }),
    );
  const scripts = scriptsByAddress(bundle);
  const of = (address: string) => modulesOf((scripts[address] ?? []).map((file) => file.slice(1)));
  const base = modulesOf(withImports(bundle, entriesOf(bundle)));
  const frame = of('/prompts');
  const door = of('/sign-in');
  return (id) => {
    if (base.has(id) || (frame.has(id) && door.has(id))) return firstOf(id);
    return frame.has(id) ? 'frame' : door.has(id) ? 'door' : null;
  };
}

const leadingTags =
  /[ \t]*<(?:link rel="(?:stylesheet|modulepreload)"|script type="module")[^>]*>(?:<\/script>)?\n?/g;

export function pageBuild(): Plugin {
  return {
    name: 'promptvault-page',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle)
          return [{ tag: 'meta', attrs: { name: 'build-id', content: 'development' }, injectTo: 'head' }];
        const files = Object.keys(bundle).sort();
        const id = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
        // What was drawn first stays until the scripts run: below it, neither they nor the styles hold it up.
        const tags = html.match(leadingTags)?.map((tag) => tag.trim()) ?? [];
        const styles = tags.filter((tag) => tag.includes('stylesheet'));
        const scripts = tags
          .filter((tag) => !tag.includes('stylesheet'))
          .map((tag) => tag.replace(' crossorigin', ' crossorigin fetchpriority="low"'));
        return html
          .replace(leadingTags, '')
          .replace('<title>', `<meta name="build-id" content="${id}" />\n    <title>`)
          .replace(
            '  </body>',
            `${[...styles, ...scripts, '<!--scripts of the address-->'].map((tag) => `    ${tag}\n`).join('')}  </body>`,
          );
      },
    },
    generateBundle: {
      // After the build took out the scripts that held nothing but styles: nobody must be sent for them.
      order: 'post',
      handler(_options, bundle) {
        this.emitFile({
          type: 'asset',
          fileName: 'page-scripts.json',
          source: JSON.stringify(scriptsByAddress(bundle)),
        });
      },
    },
  };
}
