import { splitForCounting } from './split-for-counting.ts';
import { familyMargin, type TokenCount, type TokenFamily } from './token-family.ts';

type Encoder = (piece: string) => number;
type EncodingName = 'o200k_base' | 'cl100k_base';

// Text such as <|endoftext|> is data in a prompt: it is neither refused nor counted as a control token.
const AS_PLAIN_TEXT = { disallowedSpecial: new Set<string>() };

const encoders = new Map<EncodingName, Promise<Encoder>>();

function loadEncoder(name: EncodingName): Promise<Encoder> {
  let encoder = encoders.get(name);
  if (encoder === undefined) {
    // Two literal imports, so that a bundler makes one lazy file for each encoding.
    const loading =
      name === 'o200k_base'
        ? import('gpt-tokenizer/encoding/o200k_base')
        : import('gpt-tokenizer/encoding/cl100k_base');
    encoder = loading.then(
      ({ countTokens }) =>
        (piece: string) =>
          countTokens(piece, AS_PLAIN_TEXT),
    );
    // A failed load (an offline page) must be tried again the next time, not remembered.
    encoder.catch(() => encoders.delete(name));
    encoders.set(name, encoder);
  }
  return encoder;
}

/** Counts many texts without waiting between them: loads the encoding once (1–2 MB), then counts at once. */
export async function loadTokenCounter(family: TokenFamily): Promise<(text: string) => TokenCount> {
  const encode = await loadEncoder(family === 'cl100k' ? 'cl100k_base' : 'o200k_base');
  const margin = familyMargin(family);
  return (text) => {
    let tokens = 0;
    const wasCutSafely = splitForCounting(text, (piece) => {
      tokens += encode(piece);
    });
    return { tokens: Math.ceil(tokens * margin), exact: wasCutSafely && margin === 1 };
  };
}

/**
 * Tokens of a text: exact for OpenAI families, a tenth above o200k and `exact: false` for the others. An OpenAI
 * count is also `exact: false` when an unbroken run of more than 2,000 characters had to be cut.
 */
export async function countTokens(text: string, family: TokenFamily): Promise<TokenCount> {
  const count = await loadTokenCounter(family);
  return count(text);
}
