// Shows what the server sends to this browser, and opens its place. It takes no part in loading pages: there is no
// listener for `fetch` and nothing is kept, so an update of the app is never held up by it.

self.addEventListener('install', () => self.skipWaiting());

/** What the server wrote (compose-push.ts), or nothing of use. */
function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {}; // A browser takes its permission back from a page that shows nothing, so something is shown below.
  }
}

self.addEventListener('push', (event) => {
  const { title, body, path, tag } = read(event.data);
  event.waitUntil(
    self.registration.showNotification(title || 'PromptVault', {
      body: body || '',
      tag: tag || 'promptvault',
      icon: '/mark.svg',
      data: { path: path || '/notices' },
    }),
  );
});

/** A place of this app, whatever the message says. */
function placeOf(path) {
  const url = new URL(path, self.location.origin);
  return url.origin === self.location.origin ? url.href : `${self.location.origin}/notices`;
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const place = placeOf(event.notification.data?.path ?? '/notices');
  event.waitUntil(
    (async () => {
      const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
      const there = tabs.find(({ url }) => url === place);
      // Tabs with something else stay as they are: somebody may be writing in them.
      await (there ? there.focus() : self.clients.openWindow(place));
    })(),
  );
});

// The browser replaced its subscription: the server is told the new one while the session lives.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(
    (async () => {
      const options = event.oldSubscription?.options;
      const fresh =
        event.newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
      if (!fresh) return;
      const { endpoint, keys } = fresh.toJSON();
      await fetch('/api/v1/notices/push', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth }),
      });
    })(),
  );
});
