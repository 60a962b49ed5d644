import type { PageDeclaration } from '../../../foundation/http/handle-page.ts';

const path = '/s/{token}';

export const pages: PageDeclaration[] = [
  {
    method: 'get',
    path,
    limit: 'read',
    handler: async () => (await import('./operations/show-shared.ts')).showShared,
  },
  {
    method: 'post',
    path,
    limit: 'sign_in',
    handler: async () => (await import('./operations/show-shared.ts')).givePassword,
  },
  {
    method: 'post',
    path: `${path}/copy`,
    limit: 'write',
    handler: async () => (await import('./operations/copy-shared.ts')).copyShared,
  },
  {
    method: 'post',
    path: `${path}/comments`,
    limit: 'write',
    handler: async () => (await import('./operations/comment-shared.ts')).commentShared,
  },
];
