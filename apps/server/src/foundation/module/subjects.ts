/**
 * Things by kind and id. Modules that speak about the things of others (a notice, a comment, a link) hold no more
 * of them, and ask here what they are; the module of the thing answers, as the actor may see it.
 */
import { DomainError } from '@promptvault/contract/errors';
import type { Ctx } from '../context/ctx.ts';
import { ResourceError } from '../errors/foundation-errors.ts';
import type { SubjectDeclaration } from './define-module.ts';

export interface Subject {
  kind: string;
  id: string;
}

export interface SubjectFacts {
  /** What it is called, for people. */
  title: string;
  /** Its page in the web app, a path such as `/prompts/…`. */
  address: string;
  /** The prompt whose text it is about: comments point at words of it. */
  promptId?: string;
  /** Groups of people that belong to it, such as those asked for a review; for mentions. */
  groups?: Readonly<Record<string, readonly string[]>>;
}

/** What a shared page shows of a thing, to somebody who knows nothing else here. */
export interface SharedView {
  title: string;
  /** Markdown or plain; one paragraph of it goes into previews. */
  description: string;
  /** Short facts under the title: author, version, day. */
  facts: readonly string[];
  /** `formatted` is Markdown to be read; other text is shown as it stands, as a source. */
  parts: readonly { heading: string; text: string; formatted?: boolean }[];
}

/** How a kind of thing is shown to people outside. */
export interface SharingDeclaration {
  /** Opens it as one who may show it to others. @throws resource.not_found, auth.forbidden */
  open(ctx: Ctx, id: string): Promise<unknown>;
  /** What reading grants on this one thing; `grantedAt` adds what a level has beside it. */
  permissions: readonly string[];
  /** As the actor of `ctx` sees it; undefined where there is nothing to show, such as an unknown version. */
  show(ctx: Ctx, id: string, version: number | null): Promise<SharedView | undefined>;
}

/** How far somebody outside may go with one thing: read it, or also read and write comments. */
export type ShareLevel = 'read' | 'comment';

/** Comments are open to whatever things: their module asks for these alone. */
const talking = ['comment.read', 'comment.write'];

export const grantedAt = ({ permissions }: SharingDeclaration, level: ShareLevel): readonly string[] =>
  level === 'comment' ? [...permissions, ...talking] : permissions;

export interface Subjects {
  /** @throws resource.not_found also for a kind that nobody declares, and for what the actor does not see */
  open(ctx: Ctx, subject: Subject): Promise<SubjectFacts>;
  /** The same, or undefined where the actor sees nothing. */
  find(ctx: Ctx, subject: Subject): Promise<SubjectFacts | undefined>;
  /** How the kind is shown to people outside, if it is. */
  sharing(kind: string): SharingDeclaration | undefined;
  /** Kinds that can be opened. */
  kinds(): readonly string[];
  /** Makes one of this kind, for the samples of modules whose things are about others. */
  sample(ctx: Ctx, kind: string): Promise<{ id: string }>;
}

/** @throws Error when two modules declare one kind */
export function joinSubjects(declarations: readonly SubjectDeclaration[]): Subjects {
  const kinds = new Map<string, SubjectDeclaration>();
  for (const declaration of declarations) {
    if (kinds.has(declaration.kind)) throw new Error(`Two modules declare the subject ${declaration.kind}.`);
    kinds.set(declaration.kind, declaration);
  }
  const open: Subjects['open'] = async (ctx, { kind, id }) => {
    const facts = await kinds.get(kind)?.open?.(ctx, id);
    if (!facts) throw ResourceError.not_found();
    return facts;
  };
  return {
    open,
    find: (ctx, subject) =>
      open(ctx, subject).catch((error: unknown) => {
        if (error instanceof DomainError && (error.status === 403 || error.status === 404)) return undefined;
        throw error;
      }),
    async sample(ctx, kind) {
      const declaration = kinds.get(kind);
      if (!declaration) throw new Error(`No module can make a sample of "${kind}".`);
      return declaration.sample(ctx);
    },
    sharing: (kind) => kinds.get(kind)?.sharing,
    kinds: () => [...kinds.values()].filter(({ open }) => open).map(({ kind }) => kind),
  };
}
