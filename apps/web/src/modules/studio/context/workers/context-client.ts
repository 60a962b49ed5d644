import type { FolderOrigin } from '../api/folder-source.ts';
import type { FolderScan } from './scan-folder.ts';
import type {
  ContextRequests,
  FromWorker,
  RequestKind,
  ScanOptions,
  ToWorker,
  WorkerProblem,
} from './worker-protocol.ts';

/** As much of a Worker as is used, so that a test can stand in between with a message channel. */
export type WorkerPort = {
  postMessage: (message: ToWorker) => void;
  addEventListener: (
    kind: 'message' | 'error',
    listener: (event: { data?: unknown; message?: string }) => void,
  ) => void;
};

export class WorkerFailure extends Error {
  readonly problem: WorkerProblem;
  constructor(problem: WorkerProblem, detail: string) {
    super(detail);
    this.name = 'WorkerFailure';
    this.problem = problem;
  }
}

export type RequestOptions = { signal?: AbortSignal; onProgress?: (scan: FolderScan) => unknown };

export type ContextClient = {
  ask: Ask;
  /** Connects a folder; of an upload the page keeps the files and gives the worker those it reads. */
  connect: (origin: FolderOrigin, options: ScanOptions, request?: RequestOptions) => Promise<FolderScan>;
};

/** Asks the worker; rejects with WorkerFailure. Many questions may be open at once. */
export type Ask = <Kind extends RequestKind>(
  kind: Kind,
  ask: ContextRequests[Kind]['ask'],
  options?: RequestOptions,
) => Promise<ContextRequests[Kind]['answer']>;

type Open = {
  resolve: (answer: never) => void;
  reject: (error: WorkerFailure) => void;
  onProgress?: (scan: FolderScan) => void;
};

export function contextClient(port: WorkerPort): ContextClient {
  const open = new Map<number, Open>();
  let files: ReadonlyMap<string, Blob> = new Map();
  let last = 0;

  port.addEventListener('message', ({ data }) => {
    const message = data as FromWorker;
    if (message.kind === 'need') {
      port.postMessage({ id: message.id, kind: 'file', blob: files.get(message.path) });
      return;
    }
    const waiting = open.get(message.id);
    if (message.kind === 'progress') {
      waiting?.onProgress?.(message.scan);
      return;
    }
    open.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.answer as never);
    else waiting?.reject(new WorkerFailure(message.problem, message.detail));
  });
  port.addEventListener('error', ({ message }) => {
    for (const waiting of open.values())
      waiting.reject(new WorkerFailure('failed', message ?? 'The worker ended.'));
    open.clear();
  });

  const ask: Ask = (kind, question, { signal, onProgress } = {}) => {
    const id = ++last;
    return new Promise((resolve, reject) => {
      open.set(id, { resolve, reject, ...(onProgress && { onProgress }) });
      port.postMessage({ id, kind, ask: question } as ToWorker);
      signal?.addEventListener('abort', () => port.postMessage({ id, kind: 'stop' }), { once: true });
    });
  };

  return {
    ask,
    connect(origin, options, request) {
      if (origin.kind === 'handle') {
        files = new Map();
        return ask('connect', { origin, options }, request);
      }
      files = new Map(origin.files.map(({ path, blob }) => [path, blob]));
      const paths = origin.files.map(({ path }) => path);
      return ask('connect', { origin: { kind: 'files', name: origin.name, paths }, options }, request);
    },
  };
}

/** Starts the worker of this tab. */
export function startContextWorker(): ContextClient {
  const worker = new Worker(new URL('./context-worker.ts', import.meta.url), {
    type: 'module',
    name: 'context',
  });
  return contextClient(worker as unknown as WorkerPort);
}
