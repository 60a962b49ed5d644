import { personOf } from '../../../foundation/context/actor.ts';
import { defineModule } from '../../../foundation/module/define-module.ts';
import { addGuests } from '../../account/organizations/index.ts';
import { events } from './events.ts';
import { hashOfToken, newToken } from './operations/link-token.ts';
import { pages } from './pages.ts';
import { insertShareLink } from './repository.ts';
import { routes } from './routes.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'vault/sharing',
  tables,
  routes,
  pages,
  events,
  permissions: {
    'share.create': {
      summary: 'Make links to one’s own things, for people outside',
      roles: ['owner', 'admin', 'editor'],
    },
    'share.manage': { summary: 'See and end the links of everybody', roles: ['owner', 'admin'] },
  },
  subjects: [
    {
      kind: 'share_link',
      async sample(ctx) {
        const id = ctx.newId();
        await insertShareLink(ctx.tx, {
          organizationId: ctx.organizationId,
          id,
          tokenHash: hashOfToken(newToken()),
          hint: 'abcd',
          subjectKind: 'prompt',
          subjectId: ctx.newId(),
          indexable: false,
          createdBy: personOf(ctx.actor) ?? ctx.newId(),
          createdAt: ctx.clock.now(),
        });
        return { id };
      },
    },
    {
      kind: 'guest',
      async sample(ctx) {
        const { id } = await ctx.ports.subjects.sample(ctx, 'prompt');
        const { rows } = await addGuests(ctx, {
          sentTo: 'guest@example.com',
          level: 'read',
          promptIds: [id],
          expiresAt: null,
        });
        return { id: rows[0]?.id ?? '' };
      },
    },
  ],
});
