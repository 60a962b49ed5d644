import type { ModelProvider } from './model-event.ts';

interface Size {
  /** In pixels. */
  width: number;
  height: number;
}

/** About how many tokens an image is to a model, as its provider documents it; always an estimate. */
export function imageTokens({ width, height }: Size, provider: ModelProvider): number {
  switch (provider) {
    case 'anthropic':
      return anthropic(width, height);
    case 'google':
      return google(width, height);
    case 'openai':
    case 'openai_compatible':
      return openai(width, height);
    case 'echo':
      return 0;
  }
}

/** A token is 750 pixels, once the longer side fits 1,568. */
function anthropic(width: number, height: number): number {
  const scale = Math.min(1, 1_568 / Math.max(width, height));
  return Math.min(1_600, Math.max(1, Math.ceil((width * scale * height * scale) / 750)));
}

/** 258 for a small one, and for each tile of 768 of one that is not. */
function google(width: number, height: number): number {
  const tile = 768;
  const tiles = Math.max(width, height) <= 384 ? 1 : Math.ceil(width / tile) * Math.ceil(height / tile);
  return 258 * tiles;
}

/** 85, and 170 for each tile of 512, once it fits a square of 2,048 and its shorter side 768. */
function openai(width: number, height: number): number {
  const first = Math.min(1, 2_048 / Math.max(width, height));
  const second = Math.min(1, 768 / (Math.min(width, height) * first));
  const scale = first * second;
  const tiles = (side: number) => Math.max(1, Math.ceil((side * scale) / 512));
  return 85 + 170 * tiles(width) * tiles(height);
}
