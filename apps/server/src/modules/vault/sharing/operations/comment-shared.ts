/** Comments on a shared page: what was said through this link, and the form for whoever is signed in. */
import { DomainError } from '@promptvault/contract/errors';
import { commentBody, longestComment } from '@promptvault/contract/vault/discussion/shapes';
import type { Actor, SignedInActor } from '../../../../foundation/context/actor.ts';
import type { PageInput } from '../../../../foundation/http/handle-page.ts';
import { escapeHtml, plainPage } from '../../../../foundation/http/plain-page.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { listTalkThroughLink, type SaidThroughLink, talkThroughLink } from '../../discussion/index.ts';
import type { ShareLinkRow } from '../repository.ts';
import { enterLink, type Visit } from './enter-link.ts';
import { isPass, makePass } from './link-token.ts';

const hour = 60 * 60_000;
const formLastsMs = 24 * hour;
const ofPerson = { limit: 20, windowMs: hour };
const ofLink = { limit: 200, windowMs: hour };

/** Names the session and the link: a form that another site made has no such proof. */
const about = ({ sessionId }: { sessionId: string }, { id }: ShareLinkRow) => `comment ${sessionId} ${id}`;
const subjectOf = ({ subjectKind, subjectId }: ShareLinkRow) => ({ kind: subjectKind, id: subjectId });

/** The comments below a shared page; nothing for a link that is only read. */
export async function commentsBelow(lobby: Lobby<Actor>, visit: Visit, token: string): Promise<string> {
  const { row, within } = visit;
  if (row.level !== 'comment') return '';
  const threads = await within((ctx) => listTalkThroughLink(ctx, subjectOf(row)));
  const said =
    threads.length === 0
      ? '<p class="quiet">Nobody has said anything here yet.</p>'
      : threads.map((thread) => `<section class="thread">${thread.map(toHtml).join('')}</section>`).join('');
  return `<h2 id="comments">Comments</h2>${commentForm(lobby, row, token)}${said}`;
}

/** As it was written: nothing in it becomes an element of the page. */
const toHtml = ({ name, isGuest, body, at }: SaidThroughLink): string =>
  `<article><p class="quiet"><b>${escapeHtml(name)}</b>${isGuest ? ' · guest' : ''} · <time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time></p>` +
  `<p class="lines">${escapeHtml(plainMentions(body))}</p></article>`;

const plainMentions = (body: string) =>
  body.replace(/@\[((?:\\.|[^\]\\\n]){0,200})\]\((?:person|group):[^)\s]{1,100}\)/g, '@$1');

function commentForm({ actor, ports }: Lobby<Actor>, row: ShareLinkRow, token: string): string {
  if (actor.kind !== 'signed_in')
    return `<p><a href="/sign-in?next=${encodeURIComponent(`/s/${token}`)}">Sign in</a> to comment, with any account here.</p>`;
  const proof = makePass(
    ports.secrets,
    about(actor, row),
    new Date(ports.clock.now().getTime() + formLastsMs),
  );
  return (
    `<form method="post" action="/s/${escapeHtml(token)}/comments"><input type="hidden" name="proof" value="${escapeHtml(proof)}">` +
    `<label class="wide">Your comment, under your name<textarea name="body" rows="4" maxlength="${longestComment}" required></textarea></label><button>Comment</button></form>`
  );
}

/** A page without a referrer sends its forms with the origin `null`; another site's name stands there as it is. */
function isForeign({ headers, ports }: Lobby<Actor>): boolean {
  const origin = headers.get('origin');
  return origin !== null && origin !== 'null' && origin !== new URL(ports.publicUrl).origin;
}

/** Says something through the link, under the name of whoever is signed in. */
export async function commentShared(lobby: Lobby<Actor>, { params, form }: PageInput): Promise<Response> {
  const token = params.token ?? '';
  const { actor, ports } = lobby;
  const visit = await enterLink(lobby, token);
  const proven =
    visit?.unlocked &&
    visit.row.level === 'comment' &&
    actor.kind === 'signed_in' &&
    !isForeign(lobby) &&
    isPass(ports.secrets, about(actor, visit.row), form.get('proof') ?? '', ports.clock.now());
  if (!proven) return notSaid('Open the link again, sign in, and comment from there.', 403);
  const { row, within } = visit;
  const body = commentBody.safeParse((form.get('body') ?? '').replaceAll('\r\n', '\n'));
  if (!body.success)
    return notSaid(body.error.issues[0]?.message ?? 'This cannot be a comment.', 422, form.get('body'));
  const mine = await ports.limits.take({ key: `share-said:${actor.userId}`, ...ofPerson });
  const all = mine.allowed ? await ports.limits.take({ key: `share-said:${row.id}`, ...ofLink }) : mine;
  if (!all.allowed)
    return notSaid('Too many comments in an hour. Try again later.', 429, body.data, all.retryAfterMs);
  const visitor = await visitorOf(lobby, actor, row);
  try {
    await within((ctx) => talkThroughLink(ctx, subjectOf(row), body.data), visitor);
  } catch (error) {
    if (!(error instanceof DomainError) || error.status >= 500) throw error;
    return notSaid(error.message, error.status, body.data);
  }
  return new Response(null, {
    status: 303,
    headers: { location: `/s/${token}#comments`, 'cache-control': 'private, no-store' },
  });
}

async function visitorOf(lobby: Lobby<Actor>, { userId }: SignedInActor, { organizationId }: ShareLinkRow) {
  const people = await lobby.transaction({ organizationId }, (ctx) => namePeople(ctx as never, [userId]));
  return { userId, name: people.get(userId)?.name ?? '' };
}

/** What was typed is given back: nothing is lost with a refusal. */
const notSaid = (why: string, status: number, typed?: string | null, retryAfterMs = 0) =>
  plainPage({
    title: 'Not sent · PromptVault',
    status,
    body:
      `<h1>Your comment was not sent</h1><p>${escapeHtml(why)}</p>` +
      (typed ? `<pre>${escapeHtml(typed.slice(0, longestComment))}</pre>` : ''),
    headers: retryAfterMs > 0 ? { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } : {},
  });
