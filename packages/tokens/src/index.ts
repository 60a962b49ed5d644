export { countTokens, loadTokenCounter } from './count-tokens.ts';
export { estimateTokens, mostTokens } from './estimate-tokens.ts';
export { familyMargin, type TokenCount, type TokenFamily, tokenFamilyOf } from './token-family.ts';
