import { createModelFacts } from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import { updateAnswerCache } from '@promptvault/contract/studio/runs/routes';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { smallPdf } from '@promptvault/testing/small-pdf';
import type { Caller } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const gif = 'R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=';
const otherGif = 'R0lGODlhAgABAAAAACwAAAAAAQABAAACAkQBADs=';
const seeing = 'scripted-fast';
const blind = 'scripted-json';
const slow = 'scripted-silent';
/** Sees images and reads no documents. */
const pictures = 'scripted-split';
const attachment = { name: 'chart.gif', data: gif };
const pdf = smallPdf(3).toString('base64');
const document = { name: 'offer.pdf', data: pdf };

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
  const { connectionId: connection } = runs;
  for (const [model, vision, pdf] of [
    [seeing, true, true],
    [blind, false, false],
    [pictures, true, false],
  ] as const) {
    const { status } = await runs.house
      .as('owner')
      .call(createModelFacts, { body: { connectionId: connection, model, vision, pdf } });
    expect(status).toBe(201);
  }
});
afterAll(() => runs.close());

const started = async (more: object, models: (string | null)[] = [seeing]) => {
  const { status, body, runIds } = await runs.start(models, more);
  expect(status, JSON.stringify(body)).toBe(201);
  return runIds as [string, ...string[]];
};
const contentOf = (runId: string, caller: Caller = 'editor', position = '0') =>
  runs.house.as(caller).call(contract.getRunAttachment, { params: { runId, position } });
const sentImages = () => JSON.stringify(runs.provider.requests.at(-1)?.body).split(gif).length - 1;

/** The head of a picture of this size, with as many bytes after it. */
const png = (width: number, height: number, bytes = 24) => {
  const data = Buffer.alloc(bytes);
  data.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  data.write('IHDR', 12, 'latin1');
  data.writeUInt32BE(width, 16);
  data.writeUInt32BE(height, 20);
  return data.toString('base64');
};

/** Tables of the organization with this text anywhere in a row; bytes are told in hexadecimal. */
function tablesWith(text: string): Promise<string[]> {
  const { organizationId, application } = runs.house;
  const scope = { organizationId, job: 'test', onBehalfOf: null };
  return application.services.ports.within(scope, async ({ tx }) => {
    const read = async (query: string) =>
      ((await tx.execute(sql.raw(query))) as unknown as { rows: { name: string }[] }).rows;
    const all = await read(
      `select distinct table_name as name from information_schema.role_table_grants
       where table_schema = 'public' and privilege_type = 'SELECT' and grantee = current_user`,
    );
    const found: string[] = [];
    for (const { name } of all) {
      const rows = await read(
        `select 1 as name from "${name}" t where strpos(to_jsonb(t)::text, '${text}') > 0 limit 1`,
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  });
}

describe('attachments of runs', () => {
  it('are sent, and told with their size and hash but without their content', async () => {
    const [runId] = await started({ attachments: [attachment, { data: gif }] });
    const run = await runs.ended(runId);
    expect(run.status).toBe('finished');
    expect(sentImages()).toBe(2);
    expect(run.attachments).toEqual([
      {
        ...{
          position: 0,
          name: 'chart.gif',
          mediaType: 'image/gif',
          bytes: 29,
          width: 1,
          height: 1,
          pages: null,
        },
        ...{ hash: expect.stringMatching(/^[0-9a-f]{64}$/), kept: false },
      },
      expect.objectContaining({ position: 1, name: '', kept: false }),
    ]);
    expect((await contentOf(runId)).status).toBe(404);
  });

  it('may be PDF documents, which are known by their content and told with their pages', async () => {
    const [runId] = await started({ attachments: [{ ...document, name: 'holiday.jpg' }, attachment] });
    const run = await runs.ended(runId);
    expect(run.status).toBe('finished');
    expect(run.attachments).toEqual([
      expect.objectContaining({
        ...{ name: 'holiday.jpg', mediaType: 'application/pdf', pages: 3, width: null, height: null },
        ...{ bytes: Buffer.from(pdf, 'base64').byteLength, kept: false },
      }),
      expect.objectContaining({ position: 1, mediaType: 'image/gif' }),
    ]);
    const sent = JSON.stringify(runs.provider.requests.at(-1)?.body);
    expect(sent).toContain(`"file_data":"data:application/pdf;base64,${pdf}"`);
    expect(sent).not.toContain('holiday');
  });

  it('are kept with the run where contents are, for whoever may read it and nobody else', async () => {
    const [runId] = await started({ attachments: [attachment], keepContext: true });
    await runs.ended(runId);
    const read = await contentOf(runId);
    expect(read).toMatchObject({ status: 200, body: { mediaType: 'image/gif', data: gif } });
    expect((await contentOf(runId, 'owner')).status).toBe(200);
    // A viewer sees runs of their own; a stranger belongs to another organization.
    for (const caller of ['viewer', 'stranger'] as const)
      expect((await contentOf(runId, caller)).status, caller).toBe(404);
    expect((await contentOf(runId, 'editor', '1')).status).toBe(404);
    // What came from outside never stands at an address that a browser would show.
    expect(read.headers.get('content-type')).toMatch(/^application\/json/);
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    const [documentId] = await started({ attachments: [document], keepContext: true });
    await runs.ended(documentId);
    expect((await contentOf(documentId)).body).toEqual({ mediaType: 'application/pdf', data: pdf });
    expect((await contentOf(documentId, 'stranger')).status).toBe(404);
  });

  it('change the hash of what is sent, and so what an earlier answer is served for', async () => {
    await runs.house.as('owner').call(updateAnswerCache, { body: { enabled: true, hours: 1 }, revision: 1 });
    const settings = { temperature: 0 };
    const hashes = [];
    for (const attachments of [
      [],
      [attachment],
      [{ data: otherGif }],
      [{ ...attachment, name: 'another name' }],
    ]) {
      const [runId] = await started({ attachments, settings });
      const { sentHash, cached } = await runs.ended(runId);
      hashes.push([sentHash, cached !== null]);
    }
    const [none, one, other, renamed] = hashes;
    expect(new Set([none?.[0], one?.[0], other?.[0]]).size).toBe(3);
    expect(hashes.slice(0, 3).map((each) => each[1])).toEqual([false, false, false]);
    expect(renamed).toEqual([one?.[0], true]);
  });

  it('are counted, and marked as estimated, where the provider counts nothing', async () => {
    const [plain] = await started({}, ['scripted-no-usage']);
    const [seen] = await started({ attachments: [{ data: png(1024, 1024) }] }, ['scripted-no-usage']);
    const [before, after] = [await runs.ended(plain), await runs.ended(seen)];
    expect(after.usage?.estimated).toBe(true);
    expect((after.usage?.inputTokens ?? 0) - (before.usage?.inputTokens ?? 0)).toBe(765);
    const [read] = await started({ attachments: [document] }, ['scripted-no-usage']);
    const pages = await runs.ended(read);
    expect((pages.usage?.inputTokens ?? 0) - (before.usage?.inputTokens ?? 0)).toBe(4_500);
  });

  it('are refused in words when they are none, too large or too many', async () => {
    const refused = async (attachments: object[], more: object = {}) =>
      (await runs.start([seeing], { attachments, ...more })).body as { code: string; message?: string };
    const code = async (attachments: object[], more: object = {}) => (await refused(attachments, more)).code;
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    expect(await code([{ name: 'really.png', data: svg }])).toBe('run.attachment_unreadable');
    expect(await code([{ data: 'not base64!' }])).toBe('run.attachment_unreadable');
    expect(await code([{ data: png(8001, 10) }])).toBe('run.attachment_too_large');
    expect(await code([{ data: png(10, 10, 5_000_001) }])).toBe('run.attachment_too_large');
    expect(await code(Array(4).fill({ data: png(10, 10, 4_900_000) }))).toBe('run.attachments_too_large');
    expect(await code(Array(9).fill(attachment))).toBe('request.invalid');
    const text = (body: Buffer | string) => Buffer.from(body).toString('base64');
    expect(await code([{ name: 'really.pdf', data: text('Just words.') }])).toBe('run.attachment_unreadable');
    expect(await code([{ data: text(smallPdf().subarray(0, 400)) }])).toBe('run.attachment_unreadable');
    expect(await code([{ data: text(smallPdf(101)) }])).toBe('run.attachment_too_large');
    const heavy = Buffer.concat([smallPdf(), Buffer.alloc(10_000_000, ' '), Buffer.from('%%EOF')]);
    expect(await code([{ data: text(heavy) }])).toBe('run.attachment_too_large');
    const locked = smallPdf().toString('latin1').replace('/Root', '/Encrypt 9 0 R /Root');
    expect(await code([{ data: text(locked) }])).toBe('run.attachment_encrypted');
    const sets = Array.from({ length: 5 }, (_, index) => ({ name: `${index}`, values: {} }));
    const kept = { keepContext: true, sets };
    expect(await code(Array(3).fill({ data: png(10, 10, 4_900_000) }), kept)).toBe(
      'run.attachments_too_large',
    );
  });

  it('refuses beforehand what takes no attachments, and of several models only those', async () => {
    const calls = runs.provider.requests.length;
    const alone = await runs.start([blind, null], { attachments: [attachment] });
    expect([alone.status, alone.body.code]).toEqual([422, 'run.attachments_not_taken']);
    expect(runs.provider.requests).toHaveLength(calls);
    const [sees, not] = await started({ attachments: [attachment] }, [seeing, blind]);
    expect((await runs.ended(sees)).status).toBe('finished');
    expect(await runs.ended(not as string)).toMatchObject({
      status: 'failed',
      error: {
        code: 'model.attachments_not_taken',
        message: expect.stringContaining(blind),
        retryable: false,
      },
      usage: null,
    });
    expect(runs.provider.requests).toHaveLength(calls + 1);
  });

  it('go to no model that reads no documents, whatever it sees', async () => {
    const alone = await runs.start([pictures], { attachments: [document, attachment] });
    expect(alone.body).toMatchObject({
      code: 'run.attachments_not_taken',
      params: { models: [pictures], kinds: ['pdf'] },
    });
    const none = await runs.start([blind], { attachments: [document, attachment] });
    expect(none.body).toMatchObject({ params: { kinds: ['pdf', 'image'] } });
    const [, not] = await started({ attachments: [document] }, [seeing, pictures]);
    expect(await runs.ended(not as string)).toMatchObject({
      status: 'failed',
      error: { message: `${pictures} does not take PDF documents, so it was not called.` },
    });
    const [sees] = await started({ attachments: [attachment] }, [pictures]);
    expect((await runs.ended(sees)).status).toBe('finished');
  });

  it('are shown under names that no mark turns around', async () => {
    const name = 'offer\u202Efig\u2066.pdf\n\u0007';
    const [runId] = await started({ attachments: [{ name, data: pdf }] });
    expect((await runs.ended(runId)).attachments).toMatchObject([{ name: 'offerfig.pdf' }]);
  });

  it('wait in memory up to a limit, counted once for all models', async () => {
    const many = { attachments: Array(3).fill({ data: png(10, 10, 4_900_000) }) };
    const waiting: string[] = [];
    for (let index = 0; index < 8; index++)
      waiting.push(...(await started(many, index === 0 ? [slow, slow, slow] : [slow])));
    expect((await runs.start([slow], many)).body.code).toBe('run.attachments_waiting');
    await started({ attachments: [attachment] });
    const [first] = waiting.splice(-1) as [string];
    await runs.house.as('editor').call(contract.stopRun, { params: { runId: first } });
    await runs.ended(first);
    waiting.push(...(await started(many, [slow])));
    for (const runId of waiting) {
      await runs.house.as('editor').call(contract.stopRun, { params: { runId } });
      await runs.ended(runId);
    }
  });

  it('are sent again where they were kept, and asked for where they were not', async () => {
    const again = (runId: string, body: object = {}) =>
      runs.house.as('editor').call(contract.retryRun, { params: { runId }, body });
    const [keptId] = await started({ attachments: [attachment], keepContext: true });
    await runs.ended(keptId);
    const repeated = await again(keptId);
    expect(repeated).toMatchObject({ status: 201, body: { sentSame: true } });
    await runs.ended(repeated.body.run.id);
    expect(sentImages()).toBe(1);
    expect((await contentOf(repeated.body.run.id)).body).toMatchObject({ data: gif });

    const [runId] = await started({ attachments: [attachment] });
    await runs.ended(runId);
    expect((await again(runId)).body).toMatchObject({ code: 'run.attachments_needed' });
    expect(await again(runId, { attachments: [{ data: gif }] })).toMatchObject({
      status: 201,
      body: { sentSame: true },
    });
    const without = await again(runId, { attachments: [] });
    expect(without).toMatchObject({ status: 201, body: { sentSame: false } });
  });

  it('stand nowhere in the database where they were not kept', async () => {
    const secret = png(3, 5, 60).replace(/AAAAAAAA$/, 'c2VjcmV0');
    const [runId] = await started({ attachments: [{ data: secret }] });
    await runs.ended(runId);
    const hex = (base64: string) => Buffer.from(base64, 'base64').toString('hex');
    expect(await tablesWith(hex(gif)), 'those that were kept').toEqual(['run_attachment']);
    for (const form of [secret, hex(secret)]) expect(await tablesWith(form)).toEqual([]);
  });
});
