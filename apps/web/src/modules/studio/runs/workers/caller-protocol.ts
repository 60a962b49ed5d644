/** What a page and the worker that calls models say to each other. Nothing of it leaves the browser but the call itself. */
import type { CompatibleServer } from '@promptvault/wire/compatible-server';
import type { ModelCall, ModelError, ModelEvent } from '@promptvault/wire/model-event';
import type { SettingName } from '@promptvault/wire/setting-support';

type Connection = Pick<ModelCall, 'baseUrl' | 'apiKey'> & {
  provider: Exclude<ModelCall['provider'], 'echo'>;
};

export type CallerCall = Connection &
  Pick<
    ModelCall,
    'api' | 'model' | 'messages' | 'settings' | 'takes' | 'server' | 'tools' | 'responseSchema' | 'schemaBy'
  > & {
    /** The model thinks in words first: they come as reasoning. */
    thinksFirst: boolean;
  };

export type CallerListing = Connection;

export type ToCaller =
  | { kind: 'call'; id: number; call: CallerCall }
  | { kind: 'list'; id: number; connection: CallerListing }
  | { kind: 'stop'; id: number };

/** What the list of a compatible server tells of the settings that are taken there. */
export type ListedTaking = {
  server: CompatibleServer | null;
  /** By the name of the model, where its list says so. */
  settings: Readonly<Record<string, readonly SettingName[]>>;
};

export type Listed = { ok: true; models: string[]; taking: ListedTaking } | { ok: false; error: ModelError };

export type FromCaller =
  | { kind: 'event'; id: number; event: ModelEvent }
  | { kind: 'listed'; id: number; listed: Listed };

/** Why an address was not reached, in place of an error's words: only the page knows how to say it. */
export const unreachedReasons = ['refuses_pages', 'silent', 'offline', 'redirects'] as const;
export type UnreachedReason = (typeof unreachedReasons)[number];

export const isUnreached = (message: string): message is UnreachedReason =>
  unreachedReasons.some((reason) => reason === message);
