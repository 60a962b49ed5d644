/** Paths inside a connected folder: relative, separated by '/', without '.' and '..'; '' is the folder itself. */

const LONGEST_PATH = 4_096;

export type PathProblem = 'empty' | 'absolute' | 'climbs_out' | 'too_long';

/** Why a path from outside (an upload, a dropped entry, a saved selection) may not be used, if it may not. */
export function findPathProblem(path: string): PathProblem | undefined {
  if (path === '') return 'empty';
  if (path.length > LONGEST_PATH) return 'too_long';
  if (path.startsWith('/')) return 'absolute';
  const segments = path.split('/');
  if (segments.some((segment) => segment === '..' || segment === '.')) return 'climbs_out';
  return segments.includes('') ? 'empty' : undefined;
}

export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function directoryOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

/** The folders above a path, nearest first, the root ('') last. */
export function* ancestorsOf(path: string): Generator<string> {
  let folder = path;
  while (folder !== '') {
    folder = directoryOf(folder);
    yield folder;
  }
}
