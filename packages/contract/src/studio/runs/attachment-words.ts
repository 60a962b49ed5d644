const words = { image: 'images', pdf: 'PDF documents' };

/** What a model does not take, in words: "images and PDF documents". */
export const attachmentWords = (kinds: readonly (keyof typeof words)[]): string =>
  kinds.map((kind) => words[kind]).join(' and ');
