import { createHash } from 'node:crypto';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Names the build in the page, so that an old tab can notice a new one, and fetches the first font early. */
function namedBuild(): Plugin {
  return {
    name: 'promptvault-named-build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.keys(bundle ?? {}).sort();
        const id = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
        const font = files.find((file) => file.includes('inter-latin-wght-normal'));
        const preload = font && {
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: '' },
          injectTo: 'head' as const,
        };
        const name = { tag: 'meta', attrs: { name: 'build-id', content: bundle ? id : 'development' } };
        return preload ? [name, preload] : [name];
      },
    },
  };
}

const server = `http://localhost:${process.env.PORT ?? 3000}`;

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: './src/routes',
      generatedRouteTree: './src/route-tree.gen.ts',
      quoteStyle: 'single',
      semicolons: true,
    }),
    react(),
    tailwindcss(),
    namedBuild(),
  ],
  worker: { format: 'es' },
  server: { host: 'localhost', port: 5173, proxy: { '/api': { target: server, ws: true } } },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 700, reportCompressedSize: false },
});
