export { type ExperimentSearch, readExperimentSearch } from './state/experiment-search.ts';
