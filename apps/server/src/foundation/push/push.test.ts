import { createPublicKey, verify } from 'node:crypto';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { openPushService, type PushService } from '@promptvault/testing/push-service';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedFetch } from '../llm/guarded-fetch.ts';
import { encryptPush } from './encrypt-push.ts';
import { makeVapidKeys } from './vapid.ts';
import { createWebPush } from './web-push.ts';

const clock = fakeClock(new Date());
const keys = makeVapidKeys();
const closing: PushService[] = [];
afterEach(async () => {
  for (const service of closing.splice(0)) await service.close();
});

const pushTo = (allowPrivateAddresses: boolean, plain: boolean) =>
  createWebPush({
    fetch: guardedFetch({ allowPrivateAddresses }),
    clock,
    publicUrl: 'https://prompts.example',
    offered: true,
    plain,
  });
const open = async () => {
  const service = await openPushService();
  closing.push(service);
  return { service, browser: service.subscribe() };
};
const message = { keys, text: '{"title":"Hello"}', lifetime: 60, topic: 'a' };

describe('encryptPush', () => {
  it('makes the bytes of RFC 8291, appendix A', () => {
    const body = encryptPush(
      {
        p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      },
      Buffer.from('When I grow up, I want to be a watermelon'),
      {
        salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
        privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
      },
    );
    expect(body.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
  });

  it('is read by the browser it is for, whatever it says, and differs each time', async () => {
    const { browser } = await open();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), (text) => {
        const bodies = [0, 1].map(() => encryptPush(browser.target, Buffer.from(text)));
        expect(bodies[0]?.equals(bodies[1] as Buffer)).toBe(false);
        for (const body of bodies) expect(browser.decrypt(body)).toBe(Buffer.from(text).toString());
      }),
      { numRuns: 30 },
    );
  });
});

describe('a push message', () => {
  it('arrives encrypted, signed by the key the browser knows, and is kept for as long as it says', async () => {
    const { service, browser } = await open();
    expect(await pushTo(true, true).send({ ...message, target: browser.target })).toEqual({ kind: 'sent' });
    const [request] = service.requests;
    expect(request?.text).toBe(message.text);
    expect(request?.headers).toMatchObject({ ttl: '60', 'content-encoding': 'aes128gcm', urgency: 'normal' });
    const [, header, claims, signature, key] =
      /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(request?.headers.authorization ?? '') ?? [];
    expect(key).toBe(keys.publicKey);
    expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toEqual({
      aud: new URL(browser.target.endpoint).origin,
      sub: 'https://prompts.example',
      exp: Math.floor(clock.now().getTime() / 1_000) + 43_200,
    });
    const point = Buffer.from(keys.publicKey, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const signed = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature ?? '', 'base64url'),
    );
    expect(signed).toBe(true);
  });

  it.each([
    [404, {}, { kind: 'gone' }],
    [410, {}, { kind: 'gone' }],
    [429, { 'retry-after': '120' }, { kind: 'later', afterMs: 120_000 }],
    [503, {}, { kind: 'later', afterMs: undefined }],
    [503, { 'retry-after': 'soon' }, { kind: 'later', afterMs: undefined }],
    [400, {}, { kind: 'never' }],
    [403, {}, { kind: 'never' }],
    [302, { location: 'http://example.com/' }, { kind: 'never' }],
  ])('answered with %i %j is %j', async (status, headers, outcome) => {
    const { service, browser } = await open();
    service.answer = { status, headers };
    expect(await pushTo(true, true).send({ ...message, target: browser.target })).toMatchObject(outcome);
  });

  it('waits until the date the service names', async () => {
    const { service, browser } = await open();
    const at = new Date(Math.ceil(clock.now().getTime() / 1_000) * 1_000 + 90_000);
    service.answer = { status: 429, headers: { 'retry-after': at.toUTCString() } };
    expect(await pushTo(true, true).send({ ...message, target: browser.target })).toMatchObject({
      kind: 'later',
      afterMs: at.getTime() - clock.now().getTime(),
    });
  });

  it('is surely not taken where nobody listens, and may have been where the connection broke', async () => {
    const { service, browser } = await open();
    service.answer = 'hang up';
    const push = pushTo(true, true);
    expect(await push.send({ ...message, target: browser.target })).toMatchObject({ kind: 'unknown' });
    const nowhere = { ...browser.target, endpoint: 'http://127.0.0.1:1/push' };
    expect(await push.send({ ...message, target: nowhere })).toMatchObject({ kind: 'later' });
  });

  it('goes to no address of this network, and to none without TLS', async () => {
    const { service, browser } = await open();
    expect(await pushTo(false, true).send({ ...message, target: browser.target })).toMatchObject({
      kind: 'never',
      reason: expect.stringContaining('private network'),
    });
    expect(await pushTo(true, false).send({ ...message, target: browser.target })).toMatchObject({
      kind: 'never',
      reason: expect.stringContaining('https://'),
    });
    expect(service.requests).toEqual([]);
  });

  it('is refused for what no browser made', () => {
    const fine = { endpoint: 'https://push.example/1', p256dh: keys.publicKey, auth: 'A'.repeat(22) };
    const { refusal } = pushTo(false, false);
    expect(refusal(fine)).toBeUndefined();
    for (const wrong of [
      { endpoint: 'http://push.example/1' },
      { endpoint: 'https://user:word@push.example/1' },
      { endpoint: 'file:///etc/passwd' },
      { endpoint: `https://push.example/${'a'.repeat(2_000)}` },
      { p256dh: 'AAAA' },
      { p256dh: Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)]).toString('base64url') },
      { auth: 'A' },
    ])
      expect(refusal({ ...fine, ...wrong })).toMatch(/\.$/);
  });
});
