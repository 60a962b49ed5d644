export { threadsQuery } from './api/threads.ts';
export { Discussion } from './components/discussion.tsx';
export { MentionField } from './components/mention-field.tsx';
export { type ActivitySearch, readActivitySearch } from './state/activity-search.ts';
export {
  type Mention,
  toMarkdown as mentionsToMarkdown,
  toStored as mentionsToStored,
} from './state/mention-text.ts';
export { beginThread, usePendingThread } from './state/pending-thread.ts';
export { type ThreadMarks, useThreadMarks } from './state/use-thread-marks.ts';
