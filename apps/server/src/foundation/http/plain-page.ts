import { markdownHtml, readMarkdown } from '@promptvault/markdown';

/** A page of the server's own, in the colours of the app, light and dark, without a script. */
export interface PlainPage {
  title: string;
  /** Already HTML: text in it went through `escapeHtml`. */
  body: string;
  /** Further elements of the head, such as what link previews read. */
  head?: string;
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

const style = `
:root{color-scheme:light dark;--bg:#fff;--panel:#fafafa;--ink:#1c1c21;--ink2:#55555f;--line:#e4e4e9;--accent:#4338ca;--on:#fff;--bad:#b42318}
@media (prefers-color-scheme:dark){:root{--bg:#131316;--panel:#1a1a1f;--ink:#ececf1;--ink2:#a3a3ad;--line:#2c2c33;--accent:#a5b4fc;--on:#131316;--bad:#f97066}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.6 Inter,system-ui,sans-serif;overflow-wrap:anywhere}
main,body>header,body>footer{max-width:46rem;margin:0 auto;padding:0 20px}
body>header{padding-top:20px;font-weight:600;color:var(--ink2);font-size:14px}
main{padding-top:24px;padding-bottom:48px}
body>footer{padding-top:16px;padding-bottom:32px;border-top:1px solid var(--line);color:var(--ink2);font-size:14px}
h1{font-size:28px;line-height:1.25;margin:0 0 8px;letter-spacing:-.01em}
h2{font-size:16px;margin:32px 0 8px}
p{margin:0 0 12px}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.quiet{color:var(--ink2);font-size:14px}

.text{margin:0 0 12px}.text>:first-child{margin-top:0}.text :is(h1,h2,h3,h4,h5,h6){font-size:16px;margin:20px 0 8px}.text :is(ul,ol){padding-left:1.5em;margin:0 0 12px}.text>pre{margin:0 0 12px}
.text code{font:.92em ui-monospace,SFMono-Regular,Menlo,monospace}.text blockquote{margin:0 0 12px;padding-left:12px;border-left:2px solid var(--line);color:var(--ink2)}
.text table{display:block;overflow-x:auto;border-collapse:collapse;margin:0 0 12px}.text :is(th,td){padding:4px 10px;border:1px solid var(--line);text-align:left;overflow-wrap:normal}.text [align=right]{text-align:right}.text [align=center]{text-align:center}.text~h2{border-top:1px solid var(--line);padding-top:20px}.text hr{border:0;border-top:1px solid var(--line);margin:16px 0}
.lines{white-space:pre-line}
.bad{color:var(--bad)}
pre{margin:0;padding:14px 16px;border:1px solid var(--line);border-radius:8px;background:var(--panel);font:14px/1.6 ui-monospace,SFMono-Regular,Menlo,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:16px 0;font-size:14px}
dt{color:var(--ink2)}dd{margin:0}
form{display:flex;gap:12px;flex-wrap:wrap;align-items:end;margin:20px 0}
label{display:grid;gap:4px;font-size:14px}
.wide{width:100%}textarea{width:100%;resize:vertical}
.thread{border-top:1px solid var(--line);padding-top:12px;margin:12px 0 24px}article p{margin-bottom:4px}article+article{margin-left:20px}
input,select,textarea{font:inherit;padding:8px 12px;min-width:16rem;max-width:100%;border:1px solid var(--line);border-radius:8px;background:var(--bg);color:var(--ink)}
button,.button{font:inherit;font-weight:600;padding:8px 16px;border:0;border-radius:8px;background:var(--accent);color:var(--on);cursor:pointer;text-decoration:none;display:inline-block}
`;

export function plainPage({ title, body, head = '', status = 200, headers = {} }: PlainPage): Response {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="icon" href="/mark.svg" type="image/svg+xml">${head}<style>${style}</style></head>
<body><header>PromptVault</header><main>${body}</main></body></html>`;
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      ...headers,
    },
  });
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Reading Markdown takes time in proportion to its length, and anyone may ask for the page. */
const longestFormatted = 60_000;

/** A text that somebody wrote, or a model: Markdown formatted; data, and what is too long for that, as it came. */
export function formattedText(text: string): string {
  const nodes = text.length <= longestFormatted && !isJson(text) ? readMarkdown(text) : undefined;
  return nodes ? `<div class="text">${markdownHtml(nodes)}</div>` : `<pre>${escapeHtml(text)}</pre>`;
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
