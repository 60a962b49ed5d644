export { membersQuery } from './api/members.ts';
