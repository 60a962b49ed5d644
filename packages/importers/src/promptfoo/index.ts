export { importPromptfoo } from './import-promptfoo.ts';
export { readProviderId } from './provider-id.ts';
export {
  type BundleFile,
  FOO_LIMITS,
  type FooCase,
  type FooImport,
  type FooOptions,
  type FooProblem,
  type FooPrompt,
  type FooProvider,
  type FooSuite,
} from './shape.ts';
