/** One person's tab: the studio's own connection and sync on a bad network, and a browser that keeps what waits. */
import { draftTopic } from '@promptvault/contract/vault/prompts/draft-frames';
import { createDraftSync, type DraftSync } from '@promptvault/web/modules/studio/studio/state/draft-sync';
import type { KeptUpdates } from '@promptvault/web/modules/studio/studio/state/kept-updates';
import { createLiveClient, type LiveClient } from '@promptvault/web/wire/live-client';
import { type BadNetwork, openBadSocket } from './bad-network.ts';

export interface Writer {
  sync(): DraftSync;
  isQuiet(): boolean;
  /** The tab dies; another one opens the draft and finds what the browser kept. */
  reload(): void;
  close(): void;
}

export interface WriterPlace {
  port: number;
  cookie: string;
  organizationId: string;
  promptId: string;
  network: BadNetwork;
}

export function openWriter({ port, cookie, organizationId, promptId, network }: WriterPlace): Writer {
  const box = new Map<string, Uint8Array>();
  const kept: KeptUpdates = {
    inherit: async () => [...box].map(([key, update]) => ({ key, update })),
    keep: async (key, update) => void box.set(key, update),
    forget: async (keys) => {
      for (const key of keys) box.delete(key);
    },
  };
  let tabs = 0;
  let live: LiveClient;
  let sync: DraftSync;
  const open = () => {
    live = createLiveClient({
      url: () => `ws://127.0.0.1:${port}/api/v1/live?organization=${organizationId}`,
      open: (url) =>
        openBadSocket(network, url, { cookie, origin: 'http://localhost:3000' }) as unknown as WebSocket,
      random: network.random.next,
      firstWait: 10,
      longestWait: 60,
      beat: 1_000,
    });
    sync = createDraftSync({
      line: (conversation) => live.converse(`${draftTopic}:${promptId}/main`, conversation),
      kept,
      tab: `tab-${++tabs}`,
    });
    void sync.start();
  };
  open();
  return {
    sync: () => sync,
    isQuiet: () => sync.state().saving === 'saved' && sync.state().isOnline && box.size === 0,
    reload() {
      sync.close();
      live.close();
      open();
    },
    close() {
      sync.close();
      live.close();
    },
  };
}
