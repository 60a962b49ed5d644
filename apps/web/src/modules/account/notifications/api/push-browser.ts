/** The subscription of this browser: asks for the permission, and keeps server and browser in step. */
import type { PushSettings } from '@promptvault/contract/account/notifications/shapes';
import { t } from '../messages.ts';
import { subscribePush, unsubscribePush } from './notices.ts';

const worker = '/push-worker.js';

/** What this browser is subscribed with; undefined before its first time. */
export async function ownSubscription(): Promise<PushSubscription | undefined> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? undefined;
}

const bytesOf = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

const sameKey = (subscription: PushSubscription, key: Uint8Array): boolean => {
  const own = new Uint8Array(subscription.options.applicationServerKey ?? new ArrayBuffer());
  return own.length === key.length && own.every((byte, at) => byte === key[at]);
};

/** Asks the person, then the browser, then tells the server. @throws Error with a sentence for the person */
export async function tellThisBrowser(publicKey: string): Promise<PushSettings> {
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') throw new Error(t(permission === 'denied' ? 'pushDenied' : 'pushDismissed'));
  await navigator.serviceWorker.register(worker);
  const { pushManager } = await navigator.serviceWorker.ready;
  const key = bytesOf(publicKey);
  const before = await pushManager.getSubscription();
  // Made for somebody else who signed in here before: their notices end with it.
  if (before && !sameKey(before, key)) await before.unsubscribe();
  const subscription = await pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: key })
    .catch((error: Error) => {
      throw new Error(t('pushServiceRefused', { reason: error.message }));
    });
  const { endpoint = '', keys = {} } = subscription.toJSON();
  try {
    return await subscribePush({ endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' });
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
}

/** Ends it on the server first, so that nothing more is sent, then in the browser. */
export async function leaveThisBrowser(subscriptionId: string | undefined): Promise<void> {
  if (subscriptionId) await unsubscribePush(subscriptionId);
  await (await ownSubscription())?.unsubscribe();
}
