import type { Page } from '@playwright/test';

/** Keeps the texts of drafts back on their way to the page, which hears everything else. @returns what lets them in */
export async function holdTexts(page: Page): Promise<() => void> {
  let waiting: (() => void)[] | undefined = [];
  await page.routeWebSocket(/\/api\/v1\/live/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (waiting && typeof message !== 'string') waiting.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return () => {
    for (const deliver of waiting ?? []) deliver();
    waiting = undefined;
  };
}
