import type { ModelCall, Thought } from './model-event.ts';
import type { ProviderPart } from './provider-model.ts';

type Meta = Extract<ProviderPart, { type: 'reasoning-start' }>['providerMetadata'];

export type ThoughtBook = {
  begin(meta: Meta): void;
  add(text: string, meta: Meta): void;
  /** Those that their provider wants back with the calls of tools that follow them. */
  wanted(tellsThoughts: boolean): Thought[];
};

/**
 * What a model thinks before it calls tools. Anthropic knows its thoughts by their signatures and refuses calls without
 * them; of compatible servers, those that name them `reasoning_content` do, and others refuse them.
 */
export function createThoughtBook({ provider }: Pick<ModelCall, 'provider'>): ThoughtBook {
  const thoughts: { text: string; meta: Meta }[] = [];
  return {
    begin(meta) {
      thoughts.push({ text: '', meta });
    },
    add(text, meta) {
      let last = thoughts.at(-1);
      if (!last) {
        last = { text: '', meta: undefined };
        thoughts.push(last);
      }
      last.text += text;
      if (meta) last.meta = { ...last.meta, ...meta };
    },
    wanted(tellsThoughts) {
      if (provider === 'anthropic') return thoughts.filter(({ meta }) => isSigned(meta?.anthropic));
      if (provider !== 'openai_compatible' || !tellsThoughts) return [];
      return thoughts.flatMap(({ text }) => (text === '' ? [] : [{ text }]));
    },
  };
}

const isSigned = (said: Record<string, unknown> | undefined) =>
  typeof said?.signature === 'string' || typeof said?.redactedData === 'string';
