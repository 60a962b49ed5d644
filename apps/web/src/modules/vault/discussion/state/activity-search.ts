/** What the address of the activity page says: the filters. */
export type ActivitySearch = {
  kind?: string | undefined;
  person?: string | undefined;
  prompt?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  q?: string | undefined;
};

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address that anyone may have written; what means nothing is left out. */
export function readActivitySearch(search: Record<string, unknown>): ActivitySearch {
  const text = (key: keyof ActivitySearch, fits: RegExp) => {
    const value = search[key];
    return typeof value === 'string' && fits.test(value) ? { [key]: value } : {};
  };
  return {
    ...text('kind', /^[a-z][a-z_]{0,39}$/),
    ...text('person', /^[0-9a-f-]{36}$/),
    ...text('prompt', /^[0-9a-f-]{36}$/),
    ...text('since', day),
    ...text('until', day),
    ...text('q', /^.{1,100}$/),
  };
}

export const isFiltered = (search: ActivitySearch) => Object.values(search).some(Boolean);
