export { ContextPage } from './components/context-page.tsx';
export { ContextPanel, type ContextPanelProps } from './components/context-panel.tsx';
export { packTokens } from './state/pack-changes.ts';
export { takeTexts } from './state/take-texts.ts';
