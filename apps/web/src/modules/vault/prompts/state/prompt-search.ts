/** The filters of the list as they stand in the address: absent means the default, so that links stay short. */

export type PromptSort = 'updated' | 'title' | 'uses' | 'created' | 'effectiveness';

export type PromptSearch = {
  q?: string;
  tag?: string;
  status?: 'published' | 'unpublished';
  author?: 'me';
  favorite?: true;
  archived?: true;
  sort?: PromptSort;
  direction?: 'asc' | 'desc';
};

const sorts: readonly unknown[] = ['updated', 'title', 'uses', 'created', 'effectiveness'];

/** Takes what it knows of an address and leaves out the rest. */
export function readPromptSearch(search: Readonly<Record<string, unknown>>): PromptSearch {
  const { q, tag, status, author, favorite, archived, sort, direction } = search;
  return {
    ...(isText(q) && { q: String(q).slice(0, 200) }),
    ...(isText(tag) && { tag: String(tag).slice(0, 100) }),
    ...((status === 'published' || status === 'unpublished') && { status }),
    ...(author === 'me' && { author }),
    ...(isTrue(favorite) && { favorite: true }),
    ...(isTrue(archived) && { archived: true }),
    ...(sorts.includes(sort) && sort !== 'updated' && { sort: sort as PromptSort }),
    ...((direction === 'asc' || direction === 'desc') && { direction }),
  };
}

/** Addresses are read as JSON, so `?q=42` arrives as a number. */
const isText = (value: unknown) => (typeof value === 'string' && value !== '') || typeof value === 'number';
const isTrue = (value: unknown) => value === true || value === 'true';

/** Whether anything narrows the list; sorting does not. */
export const isNarrowed = ({ sort, direction, ...filters }: PromptSearch): boolean =>
  Object.keys(filters).length > 0;

/** Which way a sort goes unless the address says otherwise; the same as on the server. */
export const isDescending = ({ sort, direction }: PromptSearch): boolean =>
  direction === undefined ? sort !== 'title' : direction === 'desc';
