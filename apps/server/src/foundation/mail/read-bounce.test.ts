import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBounce } from './read-bounce.ts';

const report = (
  fields: string,
  { returned = 'Subject: Hi\nPromptVault-Mail: a.b.c', encoding = '7bit' } = {},
) =>
  [
    'From: MAILER-DAEMON@mail.example',
    'To: vault@prompts.example',
    'Content-Type: multipart/report; report-type=delivery-status;',
    ' boundary="=_b"',
    'Subject: Undelivered Mail Returned to Sender',
    '',
    'This is a MIME message.',
    '--=_b',
    'Content-Type: text/plain',
    '',
    'I am sorry. Action: failed',
    '--=_b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    fields,
    '',
    '--=_b',
    'Content-Type: text/rfc822-headers',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    returned,
    '--=_b--',
    '',
  ].join('\n');

const unknown = [
  'Final-Recipient: rfc822; zoe@example.com',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 <zoe@example.com>: Recipient',
  '    address rejected',
].join('\n');

describe('readBounce', () => {
  it('reads why a mail came back, and which', () => {
    for (const text of [report(unknown), report(unknown).replaceAll('\n', '\r\n')])
      expect(readBounce(text)).toEqual({
        kind: 'undeliverable',
        reason: '5.1.1 550 5.1.1 <zoe@example.com>: Recipient address rejected',
        returned: 'Subject: Hi\nPromptVault-Mail: a.b.c',
      });
  });

  it('tells a mailbox that is gone from one that is full', () => {
    expect(readBounce(report('Action: failed\nStatus: 4.2.2'))?.kind).toBe('failed');
  });

  it('says nothing of a delay, of a success, and of any other mail', () => {
    for (const action of ['delayed', 'delivered', 'relayed'])
      expect(readBounce(report(`Action: ${action}\nStatus: 5.0.0`))).toBeUndefined();
    for (const text of ['', 'Hello', 'Subject: x\n\nAction: failed\nStatus: 5.1.1', report('').slice(0, 300)])
      expect(readBounce(text)).toBeUndefined();
  });

  it('reads what was returned in other codes', () => {
    const returned = Buffer.from('X: 1\nPromptVault-Mail: q').toString('base64');
    expect(readBounce(report(unknown, { returned, encoding: 'base64' }))?.returned).toContain(
      'PromptVault-Mail: q',
    );
    const quoted = 'PromptVault-Mail: abc=\ndef=3D';
    expect(readBounce(report(unknown, { returned: quoted, encoding: 'quoted-printable' }))?.returned).toBe(
      'PromptVault-Mail: abcdef=',
    );
  });

  it('takes a report inside the returned mail for no report', () => {
    const inner = report(unknown);
    const text = `Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\n${inner}\n--x--`;
    expect(readBounce(text)).toBeUndefined();
  });

  it('keeps one line of the reason, and stands whatever it is given', () => {
    const long = `Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; ${'x\u0000'.repeat(900)}`;
    expect(readBounce(report(long))?.reason).toMatch(/^[^\p{Cc}]{1,300}$/u);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        readBounce(text);
        readBounce(report(text));
      }),
    );
  });
});
