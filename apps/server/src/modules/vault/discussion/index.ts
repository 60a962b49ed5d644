export { openDiscussed } from './open.ts';
export { readMentions } from './operations/mentions.ts';
export { tellMentioned } from './operations/tell-people.ts';
