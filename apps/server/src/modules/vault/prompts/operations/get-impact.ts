/**
 * Which prompts depend on one, directly and through others. Followed version by version, backwards: a prompt
 * depends on this one when a version of it refers here, or to a version of another that does. Only prompts
 * whose newest version or a labelled one depends are told.
 */
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { visible } from '../policy.ts';
import {
  type DependentVersion,
  labelTargetsOf,
  othersReferringTo,
  pathKeysOf,
  versionsReferringTo,
} from '../repository/references.ts';
import { parseReference } from './reference.ts';

export interface Dependent {
  id: string;
  path: string;
  title: string;
  /** 1: it refers here itself. */
  depth: number;
  references: string[];
  isHead: boolean;
  labels: string[];
  follows: boolean;
}

export interface Impact {
  items: Dependent[];
  others: { kind: string; id: string; title: string; reference: string }[];
  isComplete: boolean;
}

const mostPrompts = 1000;
const deepest = 16;

/** A version that depends; `follows`: on what this prompt becomes, not on one pinned version of it. */
interface Depending {
  follows: boolean;
  depth: number;
  references: Set<string>;
}

interface Found {
  row: DependentVersion;
  versions: Map<number, Depending>;
}

type Labels = ReadonlyMap<string, { label: string; numbers: number[] }[]>;

export async function getImpact(ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>): Promise<Impact> {
  const found = new Map<string, Found>();
  const seen = visible(ctx.actor, ctx.clock.now());
  const rootKeys = (await pathKeysOf(ctx, [prompt.id])).map(({ pathKey }) => pathKey);
  // What else there is in the organization is not for guests, who see single prompts.
  const others = ctx.actor.permissions.has('prompt.read') ? await othersReferringTo(ctx, rootKeys) : [];
  let level = [prompt.id];
  let depth = 1;
  for (; level.length > 0 && depth <= deepest && found.size < mostPrompts; depth++) {
    const owners = new Map(
      (await pathKeysOf(ctx, level)).map(({ pathKey, promptId }) => [pathKey, promptId]),
    );
    const rows = await versionsReferringTo(ctx, seen, [...owners.keys()]);
    const labels = await loadLabels(ctx, level);
    const changed = new Set<string>();
    for (const row of rows) {
      const target = owners.get(row.pathKey);
      if (target === undefined || row.promptId === prompt.id) continue;
      const reached = target === prompt.id ? reachRoot(row) : reachThrough(row, found.get(target), labels);
      if (reached !== undefined && add(found, row, reached, depth)) changed.add(row.promptId);
    }
    level = [...changed];
  }
  const items = await listLive(ctx, found);
  return { items, others, isComplete: level.length === 0 };
}

/** Whether a reference to the prompt itself follows it. */
function reachRoot({ reference }: DependentVersion): boolean {
  return parseReference(reference)?.want.kind !== 'version';
}

/** Of the versions a reference means, whether one depends, and follows. */
function reachThrough(
  { reference }: DependentVersion,
  target: Found | undefined,
  labels: Labels,
): boolean | undefined {
  const want = parseReference(reference)?.want;
  if (!target || !want) return undefined;
  const own = labels.get(target.row.promptId) ?? [];
  const head = target.row.head === null ? [] : [target.row.head];
  const numbersOf = (name: string) => own.find(({ label }) => label === name)?.numbers;
  const meant =
    want.kind === 'version'
      ? [want.number]
      : want.kind === 'label'
        ? (numbersOf(want.label) ?? (want.label === 'latest' ? head : []))
        : (numbersOf('production') ?? head);
  const depending = meant.flatMap((number) => target.versions.get(number) ?? []);
  return depending.length === 0 ? undefined : depending.some(({ follows }) => follows);
}

/** Notes a version; answers whether that is news to those who refer to it. */
function add(found: Map<string, Found>, row: DependentVersion, follows: boolean, depth: number): boolean {
  const known = found.get(row.promptId) ?? { row, versions: new Map<number, Depending>() };
  found.set(row.promptId, known);
  const version = known.versions.get(row.number);
  version?.references.add(row.reference);
  if (version && (version.follows || !follows)) return false;
  const references = version?.references ?? new Set([row.reference]);
  known.versions.set(row.number, { follows, depth: version?.depth ?? depth, references });
  return true;
}

async function loadLabels(ctx: Ctx, promptIds: readonly string[]): Promise<Labels> {
  const labels = new Map<string, { label: string; numbers: number[] }[]>();
  for (const { promptId, label, numbers } of await labelTargetsOf(ctx, promptIds))
    labels.set(promptId, [...(labels.get(promptId) ?? []), { label, numbers }]);
  return labels;
}

async function listLive(ctx: Ctx, found: ReadonlyMap<string, Found>): Promise<Dependent[]> {
  const labels = await loadLabels(ctx, [...found.keys()]);
  const items = [...found.values()].flatMap(({ row, versions }): Dependent[] => {
    const { promptId: id, path, title, head } = row;
    const pointing = (labels.get(id) ?? []).filter(({ numbers }) =>
      numbers.some((number) => versions.has(number)),
    );
    const isHead = head !== null && versions.has(head);
    const live = new Set([...pointing.flatMap(({ numbers }) => numbers), ...(isHead ? [head] : [])]);
    const depending = [...versions].flatMap(([number, version]) => (live.has(number) ? [version] : []));
    if (depending.length === 0) return [];
    return [
      {
        id,
        path,
        title,
        depth: Math.min(...depending.map((version) => version.depth)),
        references: [...new Set(depending.flatMap(({ references }) => [...references]))].sort(),
        isHead,
        labels: pointing.map(({ label }) => label),
        follows: depending.some(({ follows }) => follows),
      },
    ];
  });
  return items.sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : 1));
}
