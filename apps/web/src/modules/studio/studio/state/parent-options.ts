/** What the field of the parent offers: paths of prompts, and behind a path and `@` its labels and versions. */

export type ParentOption = {
  /** The text of the field once it is chosen. */
  value: string;
  label: string;
  detail: string;
  /** There is more to choose behind it. */
  again: boolean;
};

type Search = {
  findPaths: (query: string) => Promise<readonly { path: string; title: string }[]>;
  findRefs: (path: string) => Promise<readonly { ref: string; detail: string }[]>;
};

const most = 12;

export async function parentOptions(written: string, { findPaths, findRefs }: Search, own: string) {
  const at = written.indexOf('@');
  if (at === -1) {
    const found = await findPaths(written);
    return found
      .filter(({ path }) => path !== own)
      .slice(0, most)
      .map(
        ({ path, title }): ParentOption => ({ value: `${path}@`, label: path, detail: title, again: true }),
      );
  }
  const path = written.slice(0, at);
  const begun = written.slice(at + 1);
  const found = await findRefs(path);
  return found
    .filter(({ ref }) => ref.startsWith(begun) && ref !== begun)
    .slice(0, most)
    .map(({ ref, detail }): ParentOption => ({ value: `${path}@${ref}`, label: ref, detail, again: false }));
}
