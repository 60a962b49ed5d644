/** Characters and files of one promptfoo import; the same as in the contract. */
export const longestBundle = 20 * 1024 * 1024;
export const mostBundleFiles = 1_000;

export type Bundle = { name: string; files: { path: string; text: string }[] };

const readable = /\.(ya?ml|jsonl?|csv|txt|md|j2|njk)$/i;
const configuration = /\.(ya?ml|json)$/i;
const passedOver = /(^|\/)(node_modules|\.git)\//;

const pathOf = (file: File) => file.webkitRelativePath || file.name;

/** Whether these are a configuration with its files, and not one table of prompts. */
export const isBundle = (files: readonly File[]): boolean =>
  files.length > 1 || files.some(({ name }) => configuration.test(name));

/** The files of a chosen folder that a configuration can name: texts and tables, no programs. */
export const bundleFiles = (files: readonly File[]): File[] =>
  files.filter((file) => readable.test(file.name) && !passedOver.test(pathOf(file)));

/**
 * Reads a configuration and the files beside it, by their paths from one folder.
 * @throws the browser's error when a file is gone or may not be read
 */
export async function readBundle(files: readonly File[]): Promise<Bundle> {
  const read = await Promise.all(
    files.map(async (file) => ({ path: pathOf(file), text: await file.text() })),
  );
  const [first] = read;
  return { name: first?.path.split('/')[0] ?? '', files: read };
}
