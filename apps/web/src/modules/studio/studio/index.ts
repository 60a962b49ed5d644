export { LastPromptPage } from './components/last-prompt-page.tsx';
export { StudioPage } from './components/studio-page.tsx';
export { readStudioSearch } from './state/studio-search.ts';
