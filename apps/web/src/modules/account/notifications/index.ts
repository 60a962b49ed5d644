export { readNoticeSearch } from './state/notice-search.ts';
