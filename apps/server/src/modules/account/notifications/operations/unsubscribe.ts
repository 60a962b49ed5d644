import type { Actor } from '../../../../foundation/context/actor.ts';
import type { PageInput } from '../../../../foundation/http/handle-page.ts';
import { plainPage } from '../../../../foundation/http/plain-page.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { upsertSetting } from '../repository/notices.ts';
import { personOfLink } from './unsubscribe-link.ts';

const settings =
  '<p class="quiet"><a href="/settings/notifications">Choose what goes by mail</a> instead, after signing in.</p>';

export async function askToUnsubscribe(lobby: Lobby<Actor>, { params }: PageInput): Promise<Response> {
  if (!personOfLink(lobby.ports, params.token ?? '')) return notOurs();
  return plainPage({
    title: 'No more mail',
    body: `<h1>No more mail about notices?</h1><p>You still find them in the app.</p><form method="post"><button>Stop mail</button></form>${settings}`,
  });
}

/** Stops mail about notices. The link is the proof: it needs no session, and doing it twice does no harm. */
export async function unsubscribe(lobby: Lobby<Actor>, { params }: PageInput): Promise<Response> {
  const userId = personOfLink(lobby.ports, params.token ?? '');
  if (!userId) return notOurs();
  await lobby.transaction({ userId }, (ctx) => upsertSetting(ctx.tx, userId, { mailPaused: true }));
  return plainPage({
    title: 'Mail is stopped',
    body: `<h1>Mail is stopped</h1><p>No notice goes to you by mail any more.</p>${settings}`,
  });
}

const notOurs = () =>
  plainPage({
    title: 'This link does not work',
    status: 404,
    body: `<h1>This link does not work</h1><p>Copy it whole from the mail.</p>${settings}`,
  });
