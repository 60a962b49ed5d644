import type { LineRange, PackItem, Refusal } from '@promptvault/context';
import type { TokenFamily } from '@promptvault/tokens';
import type { FolderErrorCode, SentFolder } from '../api/folder-source.ts';
import type { FolderScan } from './scan-folder.ts';

/** The person's settings of a folder. */
export type ScanOptions = { defaults?: readonly string[]; ownRules?: string };

/** What the page may ask of the worker, and what it answers. */
export type ContextRequests = {
  connect: { ask: { origin: SentFolder; options: ScanOptions }; answer: FolderScan };
  /** Lists the connected folder again, from the disk as it now is. */
  rescan: { ask: { options: ScanOptions }; answer: FolderScan };
  measure: { ask: { paths: readonly string[]; family: TokenFamily }; answer: FileMeasure[] };
  preview: { ask: { path: string }; answer: FilePreview };
  pack: { ask: { picks: readonly Pick[]; family: TokenFamily }; answer: Packed };
  /** Single files that belong to no folder. */
  take: {
    ask: { files: readonly { path: string; blob: Blob }[]; family: TokenFamily };
    answer: Packed;
  };
  count: { ask: { texts: readonly string[]; family: TokenFamily }; answer: number[] };
};

export type RequestKind = keyof ContextRequests;

/** `tokens` is absent for what is no text or too large; then `refusal` says why. */
export type FileMeasure = {
  path: string;
  size?: number;
  tokens?: number;
  exact?: boolean;
  refusal?: Refusal;
};

export type FilePreview =
  | { path: string; text: string; lines: number; size: number; encoding: string; refusal?: undefined }
  | { path: string; size?: number; refusal: Refusal };

export type Pick = { path: string; range?: LineRange };

export type Packed = { items: PackItem[]; refused: { path: string; refusal: Refusal }[] };

export type WorkerProblem = 'not_connected' | 'stopped' | 'failed' | FolderErrorCode;

export type ToWorker =
  | { [Kind in RequestKind]: { id: number; kind: Kind; ask: ContextRequests[Kind]['ask'] } }[RequestKind]
  | { id: number; kind: 'stop' }
  /** The file the worker needed, if the page has it. */
  | { id: number; kind: 'file'; blob: Blob | undefined };

export type FromWorker =
  | { id: number; kind: 'answer'; answer: unknown }
  | { id: number; kind: 'problem'; problem: WorkerProblem; detail: string }
  /** Asks for a file of an upload; `id` counts these alone. */
  | { id: number; kind: 'need'; path: string }
  /** What is listed so far; the answer follows. */
  | { id: number; kind: 'progress'; scan: FolderScan };
