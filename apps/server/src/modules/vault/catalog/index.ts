export { ensureTags, tagKey } from './operations/ensure-tags.ts';
