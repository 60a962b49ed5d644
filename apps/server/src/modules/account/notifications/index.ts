export { type Notification, notify } from './operations/notify.ts';
