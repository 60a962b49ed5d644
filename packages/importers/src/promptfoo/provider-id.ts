import { isProgram } from './read-providers.ts';

/** Names of promptfoo for the providers that are known here; every other one is a server like OpenAI's. */
const makers: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  google: 'google',
  vertex: 'google',
  palm: 'google',
  echo: 'echo',
};

/** Which way of its a provider is asked; stands between its name and the model. */
const ways = new Set([
  ...['chat', 'responses', 'completion', 'completions', 'messages', 'text', 'assistant', 'realtime'],
  ...['image', 'embedding', 'embeddings', 'moderation', 'live', 'codex'],
]);

/** `anthropic:messages:claude-x` as the provider `anthropic` and the model `claude-x`; undefined for programs. */
export function readProviderId(id: string): { provider: string; model: string } | undefined {
  if (id === 'echo') return { provider: 'echo', model: 'echo' };
  if (isProgram(id) || id.length > 300) return undefined;
  const [name = '', ...rest] = id.split(':');
  const parts = rest.length > 1 && ways.has(rest[0] ?? '') ? rest.slice(1) : rest;
  const model = parts.join(':');
  if (model === '' || ways.has(model)) return undefined;
  return { provider: (Object.hasOwn(makers, name) ? makers[name] : undefined) ?? 'openai_compatible', model };
}
