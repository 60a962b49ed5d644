import { smallPdf } from '@promptvault/testing/small-pdf';
import { expect, it } from 'vitest';
import { attachmentTokens } from './attachment-tokens.ts';
import { estimateUsage } from './estimate-usage.ts';
import { kindOf, readAttachment } from './read-attachment.ts';

const from = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pages = (count: number) => `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count ${count} >>\nendobj\n`;
const pdf = (body: string, head = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n') =>
  from(
    `${head}1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${body}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
  );
const facts = { mediaType: 'application/pdf', encrypted: false } as const;

it('knows a PDF by its first and last words, and counts its pages by the root of their tree', () => {
  expect(readAttachment(pdf(pages(12)))).toEqual({ ...facts, pages: 12 });
  expect(kindOf({ mediaType: 'application/pdf' })).toBe('pdf');
  const branches = `${pages(7)}4 0 obj<</Count 40/Type/Pages>>endobj ${pages(33)}`;
  expect(readAttachment(pdf(branches))).toEqual({ ...facts, pages: 40 });
});

it('counts only pages: outlines count too', () => {
  const outline = '9 0 obj\n<< /Type /Outlines /Count 900 >>\nendobj\n';
  expect(readAttachment(pdf(`${outline}${pages(3)}`))).toEqual({ ...facts, pages: 3 });
});

it('takes the first object at its word where the pages are packed away, and else does not know', () => {
  const linear = '%PDF-1.5\n8 0 obj\n<< /Linearized 1 /L 900 /O 3 /E 80 /N 21 /T 60 >>\nendobj\n';
  expect(readAttachment(pdf('', linear))).toEqual({ ...facts, pages: 21 });
  expect(readAttachment(pdf(''))).toEqual({ ...facts, pages: null });
});

it('sees that one is encrypted', () => {
  const locked = pdf(`${pages(1)}7 0 obj\n<< /Type /XRef /Encrypt 5 0 R >>\nendobj\n`);
  expect(readAttachment(locked)).toEqual({ ...facts, pages: 1, encrypted: true });
});

it('is not fooled by what stands within a page, or by a document within the document', () => {
  const inner = `${pages(900)}trailer << /Encrypt 5 0 R >>\nendstream\nendobj\n${pages(800)}`;
  const about = 'BT (trailer << /Encrypt 5 0 R >>) Tj ET /Type /Pages /Count 700';
  for (const length of [
    `/Length ${inner.length}`,
    `/Type /EmbeddedFile /Length ${inner.length} /Params << /Size 9 >>`,
  ]) {
    const file = `7 0 obj\n<< ${length} >>\nstream\r\n${inner}\nendstream\nendobj\n`;
    const page = `8 0 obj\n<< /Length 9 0 R >> stream\n${about}\nendstream\nendobj\n`;
    expect(readAttachment(pdf(`${file}${page}${pages(2)}`))).toEqual({ ...facts, pages: 2 });
    const locked = pdf(
      `${file}${page}${pages(2)}`.concat('7 0 obj << /Type /XRef /Encrypt 5 0 R >> endobj '),
    );
    expect(readAttachment(locked)).toEqual({ ...facts, pages: 2, encrypted: true });
  }
  const note = '5 0 obj\n<< /Contents (see /Encrypt 5 0 R) >>\nendobj\n';
  expect(readAttachment(pdf(`${note}${pages(2)}`))).toEqual({ ...facts, pages: 2 });
});

it('takes one with a few bytes before its first word, as mail and printers leave them', () => {
  const whole = Buffer.from(smallPdf(3)).toString('latin1');
  for (const before of ['\xef\xbb\xbf', '\r\n', '\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n'])
    expect(readAttachment(from(before + whole)), before).toEqual({ ...facts, pages: 3 });
  expect(readAttachment(from(' '.repeat(2_000) + whole))).toBeUndefined();
});

it.each([
  ['text', from('Invoice 12')],
  ['a page with words of a PDF later on', from('<html>%PDF-1.7 %%EOF')],
  ['one that breaks off', pdf(pages(1)).slice(0, 60)],
  ['a name and nothing', from('%PDF-')],
  ['nothing', from('')],
])('takes %s for none', (_what, bytes) => {
  expect(readAttachment(bytes)).toBeUndefined();
});

it('counts a page as its provider does, and what is not counted by its size', async () => {
  const counted = { ...facts, pages: 4 };
  expect(attachmentTokens(counted, 10, 'anthropic')).toBe(12_000);
  expect(attachmentTokens(counted, 10, 'google')).toBe(2_240);
  expect(attachmentTokens({ ...facts, pages: null }, 120_000, 'openai')).toBe(4_500);
  expect(attachmentTokens({ mediaType: 'image/png', width: 1024, height: 1024 }, 9, 'openai')).toBe(765);
  const call = { provider: 'openai' as const, model: 'gpt-4o', messages: [] };
  const attachments = [{ ...counted, data: new Uint8Array(10) }];
  expect(await estimateUsage({ ...call, attachments }, '')).toMatchObject({
    inputTokens: 6_000,
    estimated: true,
  });
});

it('reads ten million bytes made to be slow in bounded time', () => {
  for (const part of [
    '/Type /Pages /Count endobj',
    '>>stream\n',
    '>>stream\nendstream',
    '/Length 1 >> stream\n',
  ]) {
    const hostile = pdf(part.repeat(10_000_000 / part.length));
    const began = performance.now();
    expect(readAttachment(hostile)).toEqual({ ...facts, pages: null });
    expect(performance.now() - began, part).toBeLessThan(15_000);
  }
});
