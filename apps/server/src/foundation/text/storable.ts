export type StorableText = { text: string; replaced: number };

const loneSurrogate = /\p{Cs}/gu;

/**
 * Makes the output of a machine (a model, a file, a process) storable: each NUL and each lone surrogate
 * becomes U+FFFD, and `replaced` says how many, so that the row can be marked. A stream is cut between
 * characters before it comes here: halves of one pair in two calls are replaced.
 */
export function storable(raw: string): StorableText {
  if (raw.isWellFormed() && !raw.includes('\u0000')) return { text: raw, replaced: 0 };
  let replaced = 0;
  const mark = () => {
    replaced += 1;
    return '\uFFFD';
  };
  return { text: raw.replaceAll('\u0000', mark).replace(loneSurrogate, mark), replaced };
}
