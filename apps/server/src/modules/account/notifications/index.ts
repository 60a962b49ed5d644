export { type Notification, notify } from './operations/notify.ts';
export { sendLetter } from './operations/queue-mail.ts';
