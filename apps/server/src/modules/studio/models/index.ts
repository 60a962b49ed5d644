export { type ChosenModel, chooseModel, costOfCall, keyOf } from './operations/choose-model.ts';
