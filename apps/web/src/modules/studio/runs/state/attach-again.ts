import { hashBytes } from '@promptvault/context';
import type { AttachedFile } from './attached-files.ts';
import type { RunDetail } from './run-answer.ts';

export type SentAttachment = RunDetail['attachments'][number];

/** A file with the hash that the run it was sent with knows it by. */
export type HashedFile = { file: AttachedFile; hash: string };

export const withHash = (file: AttachedFile): HashedFile => ({ file, hash: hashBytes(bytesOf(file.data)) });

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  return Uint8Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

export type Matched = {
  /** What was attached, each with the file that has its content, if there is one. */
  needed: { sent: SentAttachment; file: AttachedFile | undefined }[];
  /** Files that were not attached then. */
  others: AttachedFile[];
  /** As they are sent: the same in their order, then the others. */
  ordered: AttachedFile[];
};

/** Finds what was attached to a run among files, by content: they may be called otherwise today. */
export function matchAttached(sent: readonly SentAttachment[], files: readonly HashedFile[]): Matched {
  const left = [...files];
  const needed = sent.map((each) => {
    const at = left.findIndex(({ hash }) => hash === each.hash);
    const [found] = at === -1 ? [] : left.splice(at, 1);
    return { sent: each, file: found?.file };
  });
  const others = left.map(({ file }) => file);
  return { needed, others, ordered: [...needed.flatMap(({ file }) => file ?? []), ...others] };
}

export const isWhole = ({ needed, others }: Matched): boolean =>
  others.length === 0 && needed.every(({ file }) => file !== undefined);
