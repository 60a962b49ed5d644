/** Embeddings as OpenAI, compatible servers and Google answer them: texts with the same words get the same vector. */
import type { Behaviour, ProtocolName } from './behaviour.ts';

const dimensions = 64;

/** The length of nothing is 0; each word points somewhere. */
export function scriptedVector(text: string): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let hash = 7;
    for (const character of word) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
    const place = hash % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}

type Fields = Record<string, unknown>;

/** The texts of a request for embeddings; undefined when it is none. */
export function textsToEmbed(path: string, body: Fields): string[] | undefined {
  if (/\/embeddings(\?|$)/.test(path)) return [body.input].flat().map(String);
  if (/:embedContent(\?|$)/.test(path)) return [textOf(body)];
  if (/:batchEmbedContents(\?|$)/.test(path)) return (body.requests as Fields[]).map(textOf);
  return undefined;
}

const textOf = ({ content }: Fields): string =>
  (content as { parts: { text: string }[] }).parts.map(({ text }) => text).join('');

export function embeddingAnswer(
  protocol: ProtocolName,
  path: string,
  texts: readonly string[],
  { vectorFrom = scriptedVector, usage = true }: Behaviour,
): unknown {
  const vectors = texts.map(vectorFrom);
  if (protocol !== 'google') {
    const tokens = texts.join(' ').split(/\s+/).length;
    return {
      object: 'list',
      data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
      model: 'scripted',
      ...(usage && { usage: { prompt_tokens: tokens, total_tokens: tokens } }),
    };
  }
  const values = vectors.map((one) => ({ values: one }));
  return path.includes(':batchEmbedContents') ? { embeddings: values } : { embedding: values[0] };
}
