import { ApiProblem } from './api-problem.ts';
import { newIdempotencyKey } from './request-headers.ts';

/**
 * A call that creates, so that it creates once: what is asked for a second time while the first is on its way, as by a
 * double click, is the same call; and what had no answer is tried again under the same key, since it may have been done.
 */
export function createOnce<Body, Out>(
  create: (body: Body, header: { 'Idempotency-Key': string }) => Promise<Out>,
): (body: Body) => Promise<Out> {
  const going = new Map<string, Promise<Out>>();
  const unanswered = new Map<string, string>();
  return (body) => {
    const name = JSON.stringify(body);
    const known = going.get(name);
    if (known) return known;
    const key = unanswered.get(name) ?? newIdempotencyKey();
    unanswered.set(name, key);
    const call = create(body, { 'Idempotency-Key': key })
      .then(
        (made) => {
          unanswered.delete(name);
          return made;
        },
        (error: unknown) => {
          if (!(error instanceof ApiProblem && error.status === 0)) unanswered.delete(name);
          throw error;
        },
      )
      .finally(() => going.delete(name));
    going.set(name, call);
    return call;
  };
}
