export { openTag } from './open.ts';
export { closeTag, holdTags } from './operations/close-tag.ts';
export { ensureTags, tagKey } from './operations/ensure-tags.ts';
export type { TagRow as Tag } from './repository.ts';
export { toTag } from './views.ts';
