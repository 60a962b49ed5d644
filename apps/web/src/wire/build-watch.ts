/** Which build this tab runs, and whether the server has said that it serves another one. */

export const buildHeader = 'PromptVault-Build';

export const ownBuild = (): string =>
  (typeof document === 'undefined'
    ? undefined
    : document.querySelector<HTMLMetaElement>('meta[name="build-id"]')?.content) ?? 'development';

let newer = false;
const listeners = new Set<() => void>();

/** Takes the build that an answer names. In development pages and server are built apart, so nothing is compared. */
export function noticeBuild(answered: string | null, own = ownBuild()): void {
  if (!answered || own === 'development' || answered === own || newer) return;
  newer = true;
  for (const listener of listeners) listener();
}

export const newBuildIsServed = () => newer;

export function onNewBuild(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
