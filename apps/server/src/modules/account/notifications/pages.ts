import type { PageDeclaration } from '../../../foundation/http/handle-page.ts';

const path = '/unsubscribe/{token}';

/** GET only asks: programs that look at the links of a mail must not stop it. POST is what mail programs send. */
export const pages: PageDeclaration[] = [
  {
    method: 'get',
    path,
    limit: 'read',
    handler: async () => (await import('./operations/unsubscribe.ts')).askToUnsubscribe,
  },
  {
    method: 'post',
    path,
    limit: 'write',
    handler: async () => (await import('./operations/unsubscribe.ts')).unsubscribe,
  },
];
