import { escapeHtml } from '../../../../foundation/http/plain-page.ts';

/** Notices as a mail: plain text, and the same as simple HTML. No pictures, nothing that tells of being opened. */
export interface MailFacts {
  organization: string;
  notices: readonly { title: string; body?: string | undefined; url: string; at: Date }[];
  /** Of a day, or of this moment. */
  daily: boolean;
  timeZone: string;
  settingsUrl: string;
  unsubscribeUrl: string;
}

export function composeMail(facts: MailFacts): { subject: string; text: string; html: string } {
  const { organization, notices, daily, timeZone, settingsUrl, unsubscribeUrl } = facts;
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const [only] = notices;
  const many = `${notices.length} notices`;
  const subject =
    notices.length === 1 && only
      ? `${only.title} · ${organization}`
      : `${daily ? 'Your day: ' : ''}${many} · ${organization}`;
  const foot = `You get this because of your settings for notices in ${organization}.`;
  const text = [
    ...notices.map(({ title, body, url, at }) =>
      [title, ...(body ? [body] : []), time.format(at), url].join('\n'),
    ),
    ['--', foot, `Settings: ${settingsUrl}`, `No more mail: ${unsubscribeUrl}`].join('\n'),
  ].join('\n\n');
  const items = notices.map(
    ({ title, body, url, at }) =>
      `<p style="margin:0 0 20px"><a href="${escapeHtml(url)}" style="color:#3b5bdb;font-weight:600">${escapeHtml(title)}</a>` +
      `${body ? `<br>${escapeHtml(body).replaceAll('\n', '<br>')}` : ''}` +
      `<br><span style="color:#6b7280;font-size:12px">${escapeHtml(time.format(at))}</span></p>`,
  );
  const html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>` +
    `<body style="font:14px/1.5 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:24px">${items.join('')}` +
    `<p style="color:#6b7280;font-size:12px;border-top:1px solid #8884;padding-top:12px">${escapeHtml(foot)}<br>` +
    `<a href="${escapeHtml(settingsUrl)}" style="color:inherit">Settings</a> · ` +
    `<a href="${escapeHtml(unsubscribeUrl)}" style="color:inherit">No more mail</a></p></body></html>`;
  return { subject, text, html };
}
