import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import { firstFiles, pageBuild } from './page-build.config.ts';

const server = `http://localhost:${process.env.PORT ?? 3000}`;

/** Icons are drawn by ours (src/ui/make-icon.ts says why). */
const ownIcons = (): Plugin => ({
  name: 'promptvault-icons',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source.endsWith('/createLucideIcon.mjs') && importer?.includes('/lucide-react/')
      ? `${import.meta.dirname}/src/ui/make-icon.ts`
      : null,
});

const config = (): InlineConfig => ({
  root: import.meta.dirname,
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: './src/routes',
      generatedRouteTree: './src/route-tree.gen.ts',
      quoteStyle: 'single',
      semicolons: true,
    }),
    ownIcons(),
    react(),
    tailwindcss(),
    pageBuild(),
  ],
  worker: { format: 'es' },
  server: { host: 'localhost', port: 5173, proxy: { '/api': { target: server, ws: true } } },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 700, reportCompressedSize: false },
});

export default defineConfig(async ({ command }) => {
  if (command === 'serve') return config();
  const groups = [{ name: await firstFiles(config()), includeDependenciesRecursively: false }];
  const { build, ...rest } = config();
  return { ...rest, build: { ...build, rolldownOptions: { output: { codeSplitting: { groups } } } } };
});
