import { hasOwnHost, namesPrompt, type PromptDocument, type Tool } from '@promptvault/document';
import { t } from '../messages.ts';

export const toolKinds = ['declared', 'mock', 'javascript', 'http', 'prompt'] as const;
export type ToolKind = (typeof toolKinds)[number];

/** What a tool does at first, once it is to do that. */
export function newImplementation(kind: ToolKind): Tool['implementation'] {
  switch (kind) {
    case 'declared':
      return undefined;
    case 'mock':
      return { kind, reply: '' };
    case 'javascript':
      return { kind, code: 'return input;' };
    case 'http':
      return { kind, method: 'GET', url: 'https://', headers: [], body: null, safe: true };
    case 'prompt':
      return { kind, reference: '' };
  }
}

export const toolAddressFault = (url: string): string | undefined =>
  hasOwnHost(url) ? undefined : t('toolUrlRule');

export const toolReferenceFault = (reference: string): string | undefined =>
  namesPrompt(reference) ? undefined : t('toolReferenceRule');

export interface AskedTool {
  name: string;
  /** `POST api.example.com` */
  calls: string;
}

/** Tools that may change something elsewhere, so that whoever runs the prompt has to agree first. */
export function toolsToConfirm(tools: PromptDocument['tools']): AskedTool[] {
  return tools.flatMap(({ name, implementation }) => {
    if (implementation?.kind !== 'http' || implementation.safe) return [];
    const host = /^https?:\/\/([^/?#]*)/i.exec(implementation.url)?.[1] ?? '';
    return [{ name, calls: `${implementation.method} ${host}` }];
  });
}
