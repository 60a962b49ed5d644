export { type CompareSearch, readCompareSearch } from './state/compare-search.ts';
export { readRunSearch } from './state/run-search.ts';
