/** Things that look like a provider's key, also with stars in the middle as providers repeat them. */
const looksLikeKey = /\b(?:sk|pk|rk|gsk|xai|key)-[\w*.-]{6,}|\bAIza[\w*-]{10,}|\bBearer\s+\S+/g;

/** One line of at most `length` characters without the key and without anything that looks like one. */
export function withoutSecrets(text: string, apiKey: string | null, length = 300): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const keyless = apiKey && apiKey.length >= 4 ? plain.replaceAll(apiKey, '[key]') : plain;
  const clean = keyless.replace(looksLikeKey, '[key]');
  return clean.length > length ? `${clean.slice(0, length)}…` : clean;
}
