/** The shared page: what the link leads to, complete without scripts, or a question for its password. */
import type { Actor } from '../../../../foundation/context/actor.ts';
import type { PageInput } from '../../../../foundation/http/handle-page.ts';
import { escapeHtml, formattedText, plainPage } from '../../../../foundation/http/plain-page.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import type { SharedView } from '../../../../foundation/module/subjects.ts';
import { ShareLinkGuessed } from '../events.ts';
import { countLinkView } from '../repository.ts';
import { commentsBelow } from './comment-shared.ts';
import { copyForm } from './copy-shared.ts';
import { toPayload } from './create-share-link.ts';
import { cookieOf, enterLink, passOf, type Visit } from './enter-link.ts';
import { isPassword, makePass } from './link-token.ts';

const passLastsMs = 60 * 60_000;
const minute = 60_000;
const triesFromAddress = { limit: 10, windowMs: 15 * minute };
const triesOfLink = { limit: 100, windowMs: 60 * minute };

export async function showShared(lobby: Lobby<Actor>, { params }: PageInput): Promise<Response> {
  const token = params.token ?? '';
  const visit = await enterLink(lobby, token);
  if (!visit) return notThere();
  if (!visit.unlocked) return askPassword();
  const view = await readShared(visit, lobby.ports.clock.now());
  return view ? page(lobby, visit, view, token) : notThere();
}

/** What the link shows, counted as a view; undefined when the thing is gone. */
async function readShared({ row, within }: Visit, now: Date): Promise<SharedView | undefined> {
  return within(async (ctx) => {
    const seen = await ctx.ports.subjects.find(ctx, { kind: row.subjectKind, id: row.subjectId });
    const view =
      seen && (await ctx.ports.subjects.sharing(row.subjectKind)?.show(ctx, row.subjectId, row.version));
    if (view) await countLinkView(ctx.tx, row, now);
    return view;
  });
}

/** A right password opens the page for an hour in this browser. Tries are limited by link and by address. */
export async function givePassword(lobby: Lobby<Actor>, { params, form }: PageInput): Promise<Response> {
  const token = params.token ?? '';
  const visit = await enterLink(lobby, token);
  if (!visit) return notThere();
  const { row } = visit;
  const { limits, clock, secrets, publicUrl } = lobby.ports;
  if (row.passwordHash !== null && !visit.unlocked) {
    const mine = await limits.take({ key: `share:${row.id}:${lobby.request.address}`, ...triesFromAddress });
    const all = mine.allowed ? await limits.take({ key: `share:${row.id}`, ...triesOfLink }) : mine;
    if (!all.allowed) {
      await recordGuessing(lobby, visit);
      return askPassword('tries', all.retryAfterMs);
    }
    if (!(await isPassword((form.get('password') ?? '').slice(0, 200), row.passwordHash)))
      return askPassword('wrong');
  }
  const until = new Date(
    Math.min(clock.now().getTime() + passLastsMs, row.expiresAt?.getTime() ?? Number.MAX_SAFE_INTEGER),
  );
  const cookie = [
    `${cookieOf(row)}=${makePass(secrets, passOf(row), until)}`,
    `Path=/s/${token}`,
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${Math.max(0, Math.floor((until.getTime() - clock.now().getTime()) / 1000))}`,
    ...(publicUrl.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');
  return new Response(null, {
    status: 303,
    headers: { location: `/s/${token}`, 'set-cookie': cookie, 'cache-control': 'private, no-store' },
  });
}

/** Written down once in a stretch: what floods a page does not flood the log. */
async function recordGuessing({ ports }: Lobby<Actor>, { row, within }: Visit): Promise<void> {
  const told = { limit: 1, windowMs: triesFromAddress.windowMs };
  if (!(await ports.limits.take({ key: `share-guessed:${row.id}`, ...told })).allowed) return;
  await within((ctx) => ctx.emit(ShareLinkGuessed, { kind: 'share_link', id: row.id }, toPayload(row)));
}

async function page(lobby: Lobby<Actor>, visit: Visit, view: SharedView, token: string): Promise<Response> {
  const { row } = visit;
  const url = `${lobby.ports.publicUrl}/s/${token}`;
  const described = view.description.trim() || view.parts[0]?.text.trim() || '';
  const short = [...described.replace(/\s+/g, ' ')].slice(0, 200).join('');
  const head = [
    ['og:title', view.title],
    ['og:description', short],
    ['og:type', 'article'],
    ['og:site_name', 'PromptVault'],
    ['og:url', url],
    ['og:image', `${lobby.ports.publicUrl}/shared-card.png`],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', 'Shown from PromptVault'],
  ].map(([property, content = '']) => `<meta property="${property}" content="${escapeHtml(content)}">`);
  const parts = view.parts.map(
    ({ heading, text, formatted }) =>
      `<h2>${escapeHtml(heading)}</h2>${formatted ? formattedText(text) : `<pre>${escapeHtml(text)}</pre>`}`,
  );
  const end = row.expiresAt ? ` This link ends on ${row.expiresAt.toISOString().slice(0, 10)}.` : '';
  return plainPage({
    title: `${view.title} · PromptVault`,
    head: [
      `<meta name="description" content="${escapeHtml(short)}">`,
      ...(row.indexable ? [] : ['<meta name="robots" content="noindex">']),
      ...head,
      '<meta name="twitter:card" content="summary_large_image">',
    ].join(''),
    body:
      `<h1>${escapeHtml(view.title)}</h1><p class="quiet">${escapeHtml(view.facts.join(' · '))}</p>` +
      (view.description ? `<div class="lines">${formattedText(view.description)}</div>` : '') +
      parts.join('') +
      (await copyForm(lobby, row, token)) +
      (await commentsBelow(lobby, visit, token)) +
      `<p class="quiet">Shown to you by its owner.${end}</p>`,
    headers: row.indexable ? { 'x-robots-tag': 'all' } : {},
  });
}

const notThere = () =>
  plainPage({
    title: 'Nothing here · PromptVault',
    status: 404,
    body: '<h1>This link shows nothing</h1><p>It was mistyped, has ended, or what it showed is gone. Ask who gave it to you for a new one.</p>',
  });

function askPassword(problem?: 'wrong' | 'tries', retryAfterMs = 0): Response {
  const minutes = Math.max(1, Math.ceil(retryAfterMs / minute));
  const said = {
    wrong: 'This is not the password.',
    tries: `Too many tries. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
  };
  return plainPage({
    title: 'A page with a password · PromptVault',
    status: problem === 'tries' ? 429 : problem === 'wrong' ? 403 : 200,
    body:
      '<h1>This page has a password</h1><p>Who gave you the link knows it.</p>' +
      (problem ? `<p class="bad" role="alert" id="problem">${said[problem]}</p>` : '') +
      `<form method="post"><label>Password<input type="password" name="password" autocomplete="off" required${problem ? ' aria-describedby="problem"' : ''}></label><button>Open</button></form>`,
    headers: problem === 'tries' ? { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } : {},
  });
}
