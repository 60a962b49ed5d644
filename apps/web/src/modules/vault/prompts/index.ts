export { downloadPrompt } from './api/download-prompt.ts';
export { labelRulesQuery } from './api/label-rules.ts';
export { promptListsKey, tagsQuery } from './api/prompt-list.ts';
export { startPrompt } from './api/start-prompt.ts';
export { NewPromptButton } from './components/new-prompt-button.tsx';
export { StatusChip } from './components/status-chip.tsx';
export { promptAddress } from './state/prompt-address.ts';
export { type PromptSearch, readPromptSearch } from './state/prompt-search.ts';
export { publicAddress } from './state/public-address.ts';
