import {
  CONTEXT_LIMITS,
  countLines,
  decodeText,
  findRefusal,
  packItem,
  type Refusal,
} from '@promptvault/context';
import { loadTokenCounter } from '@promptvault/tokens';
import { type FindBlob, filesSource } from '../api/files-source.ts';
import { FolderError, type FolderSource, type SentFolder, toFolderError } from '../api/folder-source.ts';
import { handleSource } from '../api/handle-source.ts';
import { type FolderScan, scanFolder } from './scan-folder.ts';
import type {
  ContextRequests,
  FileMeasure,
  FilePreview,
  FromWorker,
  Packed,
  RequestKind,
  ToWorker,
  WorkerProblem,
} from './worker-protocol.ts';

type Ask<Kind extends RequestKind> = ContextRequests[Kind]['ask'];
type Progress = { onProgress: (scan: FolderScan) => void; signal: AbortSignal };

class NotConnected extends Error {}

/**
 * The worker's side of the protocol, without a worker: `post` takes what goes back to the page. Reads files,
 * judges ignore files, hashes and counts; holds no network and sends nothing anywhere else.
 */
export function contextService(post: (message: FromWorker) => void): {
  receive: (message: ToWorker) => Promise<void>;
} {
  let source: FolderSource | undefined;
  const running = new Map<number, AbortController>();
  const needed = new Map<number, (blob: Blob | undefined) => void>();
  let lastNeed = 0;

  const findBlob: FindBlob = (path) =>
    new Promise((resolve) => {
      const id = ++lastNeed;
      needed.set(id, resolve);
      post({ id, kind: 'need', path });
    });

  const connected = (): FolderSource => {
    if (!source) throw new NotConnected('No folder is connected.');
    return source;
  };

  const answers: {
    [Kind in RequestKind]: (ask: Ask<Kind>, watch: Progress) => Promise<ContextRequests[Kind]['answer']>;
  } = {
    connect: ({ origin, options }, watch) => {
      source = toSource(origin, findBlob);
      return scanFolder(source, options, watch);
    },
    rescan: ({ options }, watch) => scanFolder(connected(), options, watch),
    measure: (ask, { signal }) => measureFiles(connected(), ask, signal),
    preview: ({ path }) => previewFile(connected(), path),
    pack: (ask, { signal }) => packFiles(connected(), ask, signal),
    take: ({ files, family }, { signal }) => packFiles(ofFiles(files), { picks: files, family }, signal),
    count: async ({ texts, family }) => {
      const count = await loadTokenCounter(family);
      return texts.map((text) => count(text).tokens);
    },
  };

  async function receive(message: ToWorker): Promise<void> {
    const { id } = message;
    if (message.kind === 'stop') {
      running.get(id)?.abort();
      return;
    }
    if (message.kind === 'file') {
      needed.get(id)?.(message.blob);
      needed.delete(id);
      return;
    }
    const stopper = new AbortController();
    running.set(id, stopper);
    const watch = {
      signal: stopper.signal,
      onProgress: (scan: FolderScan) => post({ id, kind: 'progress', scan }),
    };
    try {
      const answerOne = answers[message.kind] as (ask: unknown, watch: Progress) => Promise<unknown>;
      post({ id, kind: 'answer', answer: await answerOne(message.ask, watch) });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      post({ id, kind: 'problem', problem: toProblem(error, stopper.signal), detail });
    } finally {
      running.delete(id);
    }
  }

  return { receive };
}

/** The files themselves, each by the name it came with. */
function ofFiles(files: Ask<'take'>['files']): FolderSource {
  const blobs = new Map(files.map(({ path, blob }) => [path, blob]));
  return filesSource(blobs.keys(), async (path) => blobs.get(path));
}

function toSource(folder: SentFolder, findBlob: FindBlob): FolderSource {
  return folder.kind === 'handle' ? handleSource(folder.handle) : filesSource(folder.paths, findBlob);
}

function toProblem(error: unknown, signal: AbortSignal): WorkerProblem {
  if (signal.aborted) return 'stopped';
  if (error instanceof NotConnected) return 'not_connected';
  return error instanceof FolderError ? error.code : 'failed';
}

type ReadText = { text: string; encoding: string; size: number } | { refusal: Refusal; size?: number };

async function readText(source: FolderSource, path: string): Promise<ReadText> {
  const byName = findRefusal(path, undefined);
  if (byName) return { refusal: byName, size: await source.size(path) };
  const { bytes, size } = await source.read(path, CONTEXT_LIMITS.fileBytes);
  if (size > CONTEXT_LIMITS.fileBytes) return { refusal: 'too_large', size };
  const decoded = decodeText(bytes);
  return decoded.value ? { ...decoded.value, size } : { refusal: decoded.reason, size };
}

/** Like readText, but what happened to one file is told as its refusal, so that the others go on. */
async function tryReadText(source: FolderSource, path: string): Promise<ReadText> {
  try {
    return await readText(source, path);
  } catch (error) {
    const { code } = toFolderError(error, path);
    if (code === 'permission_lost') throw error;
    return { refusal: code };
  }
}

async function measureFiles(
  source: FolderSource,
  { paths, family }: Ask<'measure'>,
  signal: AbortSignal,
): Promise<FileMeasure[]> {
  const count = await loadTokenCounter(family);
  const measures: FileMeasure[] = [];
  for (const path of paths) {
    signal.throwIfAborted();
    const read = await tryReadText(source, path);
    if ('refusal' in read) measures.push({ path, ...read });
    else measures.push({ path, size: read.size, ...count(read.text) });
  }
  return measures;
}

async function previewFile(source: FolderSource, path: string): Promise<FilePreview> {
  const read = await readText(source, path);
  if ('refusal' in read) return { path, ...read };
  return { path, ...read, lines: countLines(read.text) };
}

async function packFiles(
  source: FolderSource,
  { picks, family }: Ask<'pack'>,
  signal: AbortSignal,
): Promise<Packed> {
  const count = await loadTokenCounter(family);
  const packed: Packed = { items: [], refused: [] };
  let characters = 0;
  for (const { path, range } of picks) {
    signal.throwIfAborted();
    const read = await tryReadText(source, path);
    const item = 'refusal' in read ? undefined : packItem({ path, text: read.text, range, count });
    const isFull = item !== undefined && characters + item.text.length > CONTEXT_LIMITS.packCharacters;
    if (item && !isFull) {
      characters += item.text.length;
      packed.items.push(item);
    } else {
      const refusal = isFull ? 'pack_full' : 'refusal' in read ? read.refusal : 'empty_range';
      packed.refused.push({ path, refusal });
    }
  }
  return packed;
}
