export { threadsQuery } from './api/threads.ts';
export { Discussion } from './components/discussion.tsx';
export { type ActivitySearch, readActivitySearch } from './state/activity-search.ts';
export { beginThread, usePendingThread } from './state/pending-thread.ts';
export { type ThreadMarks, useThreadMarks } from './state/use-thread-marks.ts';
