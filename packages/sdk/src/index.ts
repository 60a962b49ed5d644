/** The typed client of the API: what the web app uses, and what programs may use. */
import createFetchClient, { type ClientOptions } from 'openapi-fetch';
import type { paths } from './api.generated.ts';

export type { components, operations, paths } from './api.generated.ts';

export interface PromptVaultOptions extends Pick<ClientOptions, 'fetch'> {
  /** The address of the instance, without a path: `http://localhost:3000`. */
  url: string;
  /** The organization of every call; the last entered one without it. */
  organizationId?: string;
  headers?: Record<string, string>;
}

/** A client whose paths, parameters and answers have the types of the OpenAPI document. */
export function createClient({ url, organizationId, headers, fetch }: PromptVaultOptions) {
  return createFetchClient<paths>({
    baseUrl: url,
    headers: { ...headers, ...(organizationId ? { 'PromptVault-Organization': organizationId } : {}) },
    ...(fetch ? { fetch } : {}),
  });
}

export type PromptVaultClient = ReturnType<typeof createClient>;
