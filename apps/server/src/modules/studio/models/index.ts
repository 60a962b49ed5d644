export { chooseChain } from './operations/choose-chain.ts';
export { type ChosenModel, chooseModel, costOfCall, keyOf } from './operations/choose-model.ts';
export { unpricedOf } from './operations/known-price.ts';
export { matchModels } from './operations/match-models.ts';
