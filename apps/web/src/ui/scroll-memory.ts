/** Where a list was left, for coming back to it within this visit. */

export type ScrollPlace = { top: number; active: number };

const places = new Map<string, ScrollPlace>();

export const rememberedScroll = (name: string | undefined): ScrollPlace | undefined =>
  name === undefined ? undefined : places.get(name);

export const rememberScroll = (name: string, place: ScrollPlace): void => {
  places.set(name, place);
};
