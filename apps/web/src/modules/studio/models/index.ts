export { type Model, type ModelChoice, toRunModel, useModels } from './api/models.ts';
export { ModelPicker } from './components/model-picker.tsx';
export { inputCost } from './components/model-words.ts';
export { type NotTaking, notTaking, type SettingName } from './state/not-taking.ts';
