import type { ModelListing } from '@promptvault/wire/read-listing';

/** Whom gateways name as the owner of what they pass on; no program that serves models by itself says so. */
const sellers =
  /^(?:openai|azure|anthropic|google|vertex|bedrock|amazon|mistral|cohere|xai|groq|openrouter)/i;

/** Models whose makers give them to nobody: whoever serves one passes calls on. */
const onlySold = /^(?:gpt-\d|chatgpt-|o[1345](?:$|-)|claude-|gemini-|grok-[2-9])/i;

/**
 * Whether calls of a model are paid for even where its server is in the own network: a gateway stands there, which
 * passes them on to who sells them.
 */
export function isSold(model: string, listing: Pick<ModelListing, 'ownedBy'> | undefined): boolean {
  const name = model.slice(model.lastIndexOf('/') + 1);
  return onlySold.test(name) || sellers.test(listing?.ownedBy ?? '');
}
