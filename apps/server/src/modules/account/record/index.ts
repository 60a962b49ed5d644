export { appendEvents } from './operations/append-events.ts';
export { claimIdempotencyKey, storeIdempotentAnswer } from './operations/claim-idempotency-key.ts';
export { deliverEvents } from './operations/deliver-events.ts';
export { giveEventAgain } from './operations/give-event-again.ts';
