export { openDiscussed } from './open.ts';
export { readMentions } from './operations/mentions.ts';
export {
  listTalkThroughLink,
  type SaidThroughLink,
  talkThroughLink,
} from './operations/talk-through-link.ts';
export { tellMentioned } from './operations/tell-people.ts';
