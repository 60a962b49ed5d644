/** Millionths of a dollar as people type them; empty is no limit. */
export const toDollarText = (micro: number | null): string => (micro === null ? '' : String(micro / 1e6));

export const isDollarText = (text: string): boolean =>
  text.trim() === '' || /^\d{1,6}([.,]\d{1,6})?$/.test(text.trim());

export const fromDollarText = (text: string): number | null =>
  text.trim() === '' ? null : Math.round(Number(text.trim().replace(',', '.')) * 1e6);
