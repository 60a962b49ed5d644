export { type Model, type ModelChoice, toRunModel, useModels } from './api/models.ts';
export { ModelPicker } from './components/model-picker.tsx';
export { inputCost, providerName } from './components/model-words.ts';
export { OneModel } from './components/one-model.tsx';
export { ProviderChoice } from './components/provider-choice.tsx';
export { SamplingSelect, strategyName } from './components/sampling-select.tsx';
export { SettingsRow } from './components/settings-row.tsx';
/** How a connection is called, for the forms of those who keep connections elsewhere. */
export { t as connectionText } from './messages.ts';
export {
  connectionFields,
  keyPages,
  presetOf,
  presets,
  usualApi,
} from './state/connection-schema.ts';
export { type NotTaking, notTaking, type SettingName } from './state/not-taking.ts';
