export { countTokens, loadTokenCounter } from './count-tokens.ts';
export { estimateTokens } from './estimate-tokens.ts';
export { familyMargin, type TokenCount, type TokenFamily, tokenFamilyOf } from './token-family.ts';
