import type { ModelCall, Thought } from './model-event.ts';
import type { ProviderPart } from './provider-model.ts';

type Meta = Extract<ProviderPart, { type: 'reasoning-start' }>['providerMetadata'];

export type ThoughtBook = {
  begin(meta: Meta): void;
  add(text: string, meta: Meta): void;
  /** Those that their provider wants back with the calls of tools that follow them. */
  wanted(tellsThoughts: boolean): Thought[];
};

/** In characters: more than any call could send back. */
const mostKept = 4_000_000;
/** One that says nothing takes room too. */
const emptyLength = 100;

/**
 * What a model thinks before it calls tools. Anthropic knows its thoughts by their signatures and refuses calls without
 * them; of compatible servers, those that name them `reasoning_content` do, and others refuse them.
 */
export function createThoughtBook({ provider }: Pick<ModelCall, 'provider'>): ThoughtBook {
  const thoughts: { text: string; meta: Meta }[] = [];
  let kept = 0;
  const keeps = (length: number, meta: Meta) => {
    kept += length + (meta ? JSON.stringify(meta).length : 0);
    return kept <= mostKept;
  };
  return {
    begin(meta) {
      if (keeps(emptyLength, meta)) thoughts.push({ text: '', meta });
    },
    add(text, meta) {
      if (!keeps(text.length, meta)) return;
      let last = thoughts.at(-1);
      if (!last) {
        last = { text: '', meta: undefined };
        thoughts.push(last);
      }
      last.text += text;
      if (meta) last.meta = { ...last.meta, ...meta };
    },
    wanted(tellsThoughts) {
      // A part of them is refused like none.
      if (kept > mostKept) return [];
      if (provider === 'anthropic') return thoughts.filter(({ meta }) => isSigned(meta?.anthropic));
      if (provider !== 'openai_compatible' || !tellsThoughts) return [];
      return thoughts.flatMap(({ text }) => (text === '' ? [] : [{ text }]));
    },
  };
}

const isSigned = (said: Record<string, unknown> | undefined) =>
  typeof said?.signature === 'string' || typeof said?.redactedData === 'string';
