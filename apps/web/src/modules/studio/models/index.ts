export { type Model, type ModelChoice, useModels } from './api/models.ts';
export { ModelPicker } from './components/model-picker.tsx';
export { inputCost } from './components/model-words.ts';
