import { defineConfig } from 'drizzle-kit';

/** Tables are declared by the modules; policies and grants follow from their classes (foundation/db/wall.ts). */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/modules/*/*/schema.ts',
  out: './migrations',
});
