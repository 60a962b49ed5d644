/**
 * Kinds of notices, as the modules declare them: what they are called on the preferences page, where they go unless
 * the person says otherwise, and how they read.
 */
import type * as z from 'zod';

/** Where a notice goes beside the page of notices. */
export interface NoticeChannels {
  app: boolean;
  mail: 'immediate' | 'daily' | 'never';
  /** To browsers that are subscribed; unless said, what goes by mail at once goes there too. */
  push?: boolean;
}

/** What a notice is written from. Several of one group become one, and `data` is the newest one's. */
export interface NoticeFacts<D = unknown> {
  data: D;
  count: number;
  /** Who did the newest; null when nobody did, such as a schedule. */
  by: string | null;
  /** How many other people did the rest. */
  others: number;
  /** What the thing is called now. */
  subject: string;
}

export interface NoticeText {
  /** One line: “Ada commented on House voice”. */
  title: string;
  body?: string;
}

export interface NoticeDeclaration<S extends z.ZodType = z.ZodType> {
  /** `comment.added` */
  kind: string;
  /** For the preferences page: “Comments on your prompts”. */
  summary: string;
  /** Unless the person chooses otherwise. */
  channels: NoticeChannels;
  /** Ids and short facts; a short quote at most. It is kept until the notice is forgotten. */
  data: S;
  text(facts: NoticeFacts<z.output<S>>): NoticeText;
  /** The very place within the thing, appended to its address: `?comment=…`. */
  place?(data: z.output<S>): string;
}

/** Keeps the type of the data while a manifest is written. */
export const defineNotice = <S extends z.ZodType>(notice: NoticeDeclaration<S>): NoticeDeclaration =>
  notice as unknown as NoticeDeclaration;

export interface Notices {
  find(kind: string): NoticeDeclaration | undefined;
  /** @throws Error when no module declares it: a notice is written with the code that declares it */
  get(kind: string): NoticeDeclaration;
  all(): readonly NoticeDeclaration[];
}

/** @throws Error when two modules declare one kind */
export function joinNotices(declarations: readonly NoticeDeclaration[]): Notices {
  const kinds = new Map<string, NoticeDeclaration>();
  for (const declaration of declarations) {
    if (kinds.has(declaration.kind)) throw new Error(`Two modules declare the notice ${declaration.kind}.`);
    kinds.set(declaration.kind, declaration);
  }
  return {
    find: (kind) => kinds.get(kind),
    get(kind) {
      const declaration = kinds.get(kind);
      if (!declaration) throw new Error(`No module declares the notice ${kind}.`);
      return declaration;
    },
    all: () => [...kinds.values()],
  };
}
