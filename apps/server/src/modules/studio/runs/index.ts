export { runFinishedEvent, runStartedEvent } from './events.ts';
