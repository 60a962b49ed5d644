export {
  type OptimisationSearch,
  type OptimiseSearch,
  readOptimisationSearch,
  readOptimiseSearch,
} from './state/optimise-search.ts';
