import { defineConfig } from 'vite';

/** One file that needs nothing but Node: everything it is made of stands in it. */
export default defineConfig({
  build: {
    ssr: 'src/main.ts',
    target: 'node20',
    outDir: 'dist',
    rollupOptions: { output: { entryFileNames: 'promptvault.mjs', banner: '#!/usr/bin/env node' } },
  },
  ssr: { noExternal: true },
});
