export { readRunSearch } from './state/run-search.ts';
