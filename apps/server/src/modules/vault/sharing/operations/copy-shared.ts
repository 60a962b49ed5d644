import { type PromptDocument, secretsNamedBy } from '@promptvault/document';
import type { Actor } from '../../../../foundation/context/actor.ts';
import type { PageInput } from '../../../../foundation/http/handle-page.ts';
import { escapeHtml, plainPage } from '../../../../foundation/http/plain-page.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { listMemberships, openOrganization } from '../../../account/organizations/index.ts';
import { createPrompts, findSharedVersion } from '../../prompts/index.ts';
import type { ShareLinkRow } from '../repository.ts';
import { enterLink } from './enter-link.ts';
import { isPass, makePass } from './link-token.ts';

const formLastsMs = 24 * 60 * 60_000;

/** Names the session and the link: a form that another site made has no such proof. */
const about = ({ sessionId }: { sessionId: string }, { id }: ShareLinkRow) => `copy ${sessionId} ${id}`;

/** The way into one's own vault, for who is signed in and may write somewhere; else the way to sign in. */
export async function copyForm(lobby: Lobby<Actor>, row: ShareLinkRow, token: string): Promise<string> {
  if (row.subjectKind !== 'prompt') return '';
  const { actor, ports } = lobby;
  if (actor.kind !== 'signed_in')
    return `<p><a href="/sign-in?next=${encodeURIComponent(`/s/${token}`)}">Sign in</a> to copy this into your vault.</p>`;
  const places = await writablePlaces(lobby, actor.userId);
  if (places.length === 0) return '';
  const proof = makePass(
    ports.secrets,
    about(actor, row),
    new Date(ports.clock.now().getTime() + formLastsMs),
  );
  const options = places.map(
    ({ organizationId, name }) => `<option value="${organizationId}">${escapeHtml(name)}</option>`,
  );
  return (
    `<form method="post" action="/s/${escapeHtml(token)}/copy"><input type="hidden" name="proof" value="${escapeHtml(proof)}">` +
    `<label>Your vault<select name="organization">${options.join('')}</select></label><button>Copy into my vault</button></form>`
  );
}

/** The organizations where this person may make prompts, as each of them says itself. */
async function writablePlaces(
  { ports, transaction }: Lobby<Actor>,
  userId: string,
): Promise<{ organizationId: string; name: string }[]> {
  const places = await transaction({}, (ctx) => listMemberships(ctx.tx));
  const writable: typeof places = [];
  for (const place of places) {
    const scope = { organizationId: place.organizationId, job: 'share.copy', onBehalfOf: userId };
    if (await ports.within(scope, async ({ actor }) => actor.permissions.has('prompt.create')))
      writable.push(place);
  }
  return writable;
}

/** An own copy of what the link shows now, in an organization the person may write in. It says where it came from. */
export async function copyShared(lobby: Lobby<Actor>, { params, form }: PageInput): Promise<Response> {
  const token = params.token ?? '';
  const { actor, ports } = lobby;
  const visit = await enterLink(lobby, token);
  const proven =
    visit?.unlocked &&
    visit.row.subjectKind === 'prompt' &&
    actor.kind === 'signed_in' &&
    isPass(ports.secrets, about(actor, visit.row), form.get('proof') ?? '', ports.clock.now());
  if (!proven) return notCopied('Open the link again, sign in, and copy it from there.', 403);
  const { row } = visit;
  const found = await visit.within((ctx) => findSharedVersion(ctx, row.subjectId, row.version));
  const organizationId = form.get('organization') ?? '';
  if (!found || !isId(organizationId)) return notCopied('What the link showed is gone.', 404);
  const { prompt, number, document } = found;
  const scope = { organizationId, job: 'share.copy', onBehalfOf: actor.userId };
  const id = await ports.within(scope, async (ctx) => {
    const organization = await openOrganization(ctx, {}, 'prompt.create');
    const [made] = await createPrompts(ctx, organization, [
      {
        title: prompt.title,
        description: prompt.description,
        tags: [],
        visibility: 'private',
        document: distrusted(document),
        commit: true,
        message: `Copied from a shared link: ${prompt.title}, version ${number}`,
        upstream: { promptId: prompt.id, version: number },
      },
    ]);
    return made as string;
  });
  return new Response(null, {
    status: 303,
    headers: { location: `/prompts/${id}?in=${organizationId}`, 'cache-control': 'private, no-store' },
  });
}

/** A stranger said that these tools only read. Here they would act with a key of this organization, so it is asked anew. */
const distrusted = (document: PromptDocument): PromptDocument => ({
  ...document,
  tools: document.tools.map((tool) =>
    tool.implementation?.kind === 'http' && secretsNamedBy(tool.implementation).length > 0
      ? { ...tool, implementation: { ...tool.implementation, safe: false } }
      : tool,
  ),
});

const notCopied = (why: string, status: number) =>
  plainPage({ title: 'Not copied · PromptVault', status, body: `<h1>Nothing was copied</h1><p>${why}</p>` });
