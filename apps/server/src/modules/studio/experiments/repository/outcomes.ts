import { and, eq, inArray, sql } from 'drizzle-orm';
import { labelExposure } from '../../../vault/prompts/schema.ts';
import { experimentLook, experimentOutcome, experimentValue, type Reading } from '../schema.ts';
import type { Place } from './experiments.ts';

export interface KnownExposure {
  id: string;
  subject: string;
  at: Date;
}

const facts = { id: labelExposure.id, subject: labelExposure.subject, at: labelExposure.at };

/** Who of these subjects, and of these assignments, was given a variant. */
export async function knownExposures(
  { tx, organizationId }: Place,
  experimentId: string,
  { subjects, ids }: { subjects: string[]; ids: string[] },
): Promise<KnownExposure[]> {
  const isOf = and(
    eq(labelExposure.organizationId, organizationId),
    eq(labelExposure.experimentId, experimentId),
  );
  const bySubject =
    subjects.length === 0
      ? []
      : await tx
          .select(facts)
          .from(labelExposure)
          .where(and(isOf, inArray(labelExposure.subject, subjects)));
  const byId =
    ids.length === 0
      ? []
      : await tx
          .select(facts)
          .from(labelExposure)
          .where(and(isOf, inArray(labelExposure.id, ids)));
  return [...bySubject, ...byId];
}

/** Notes the keys of outcomes; @returns those that were not there. */
export async function takeKeys(
  { tx, organizationId }: Place,
  experimentId: string,
  keys: string[],
  at: Date,
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  // In one order, so that two reports of the same outcomes wait for each other and do not block each other.
  const rows = [...keys].sort().map((key) => ({ organizationId, experimentId, key, at }));
  const taken = await tx
    .insert(experimentOutcome)
    .values(rows)
    .onConflictDoNothing()
    .returning({ key: experimentOutcome.key });
  return new Set(taken.map(({ key }) => key));
}

export interface AddedValue {
  metric: string;
  subject: string;
  outcomes: number;
  sum: number;
}

export async function addValues(
  { tx, organizationId }: Place,
  experimentId: string,
  added: AddedValue[],
): Promise<void> {
  if (added.length === 0) return;
  const rows = added
    .map((one) => ({ ...one, organizationId, experimentId }))
    .sort((a, b) => (`${a.metric} ${a.subject}` < `${b.metric} ${b.subject}` ? -1 : 1));
  await tx
    .insert(experimentValue)
    .values(rows)
    .onConflictDoUpdate({
      target: [
        experimentValue.organizationId,
        experimentValue.experimentId,
        experimentValue.metric,
        experimentValue.subject,
      ],
      set: {
        outcomes: sql`${experimentValue.outcomes} + excluded.outcomes`,
        sum: sql`${experimentValue.sum} + excluded.sum`,
      },
    });
}

/** Subjects of one variant in one part, and how many of them were first seen since a moment. */
export interface ExposureCount {
  variant: number;
  part: string;
  subjects: number;
  recent: number;
  first: Date;
}

/** Who was first seen under the weights of this epoch; others are counted by themselves. */
export async function countExposures(
  { tx, organizationId }: Place,
  experimentId: string,
  epoch: number,
  since: Date,
): Promise<{ counts: ExposureCount[]; earlier: number }> {
  const { variant, part, at } = labelExposure;
  const isOf = and(
    eq(labelExposure.organizationId, organizationId),
    eq(labelExposure.experimentId, experimentId),
  );
  const rows = await tx
    .select({
      variant,
      part,
      isNow: sql<boolean>`${labelExposure.epoch} = ${epoch}`,
      subjects: sql<number>`count(*)::int`,
      recent: sql<number>`count(*) filter (where ${at} > ${since.toISOString()}::timestamptz)::int`,
      first: sql<string>`min(${at})`,
    })
    .from(labelExposure)
    .where(isOf)
    .groupBy(variant, part, sql`3`);
  return {
    counts: rows
      .filter(({ isNow }) => isNow)
      .map(({ isNow: _now, first, ...row }) => ({ ...row, first: new Date(first) })),
    earlier: rows.filter(({ isNow }) => !isNow).reduce((sum, { subjects }) => sum + subjects, 0),
  };
}

/** The values of the subjects of one variant in one part, summed: as shares, and as means. */
export interface MetricSums {
  variant: number;
  part: string;
  metric: string;
  measured: number;
  happened: number;
  sum: number;
  squares: number;
}

/**
 * Each subject is looked up by its key, whatever the planner thinks: of a young experiment it knows nothing, takes all
 * subjects for one row, and would read all of them for each value.
 */
export async function sumValues(
  { tx, organizationId }: Place,
  experimentId: string,
  epoch: number,
): Promise<MetricSums[]> {
  const { metric, sum, outcomes } = experimentValue;
  const given = tx
    .select({ variant: labelExposure.variant, part: labelExposure.part })
    .from(labelExposure)
    .where(
      and(
        eq(labelExposure.organizationId, experimentValue.organizationId),
        eq(labelExposure.experimentId, experimentValue.experimentId),
        eq(labelExposure.subject, experimentValue.subject),
        eq(labelExposure.epoch, epoch),
      ),
    )
    .limit(1)
    .as('given');
  return tx
    .select({
      variant: given.variant,
      part: given.part,
      metric,
      measured: sql<number>`count(*)::int`,
      happened: sql<number>`count(*) filter (where ${sum} > 0)::int`,
      sum: sql<number>`sum(${sum} / ${outcomes})::float8`,
      squares: sql<number>`sum((${sum} / ${outcomes}) * (${sum} / ${outcomes}))::float8`,
    })
    .from(experimentValue)
    .crossJoinLateral(given)
    .where(
      and(eq(experimentValue.organizationId, organizationId), eq(experimentValue.experimentId, experimentId)),
    )
    .groupBy(given.variant, given.part, metric);
}

export type LookRow = typeof experimentLook.$inferSelect;

/** In the order they were made. */
export async function listLooks(
  { tx, organizationId }: Place,
  experimentId: string,
  epoch: number,
): Promise<LookRow[]> {
  return tx
    .select()
    .from(experimentLook)
    .where(
      and(
        eq(experimentLook.organizationId, organizationId),
        eq(experimentLook.experimentId, experimentId),
        eq(experimentLook.epoch, epoch),
      ),
    )
    .orderBy(experimentLook.subjects);
}

export async function insertLook(
  { tx, organizationId }: Place,
  row: { experimentId: string; epoch: number; subjects: number; at: Date; readings: (Reading | null)[] },
): Promise<void> {
  await tx
    .insert(experimentLook)
    .values({ ...row, organizationId })
    .onConflictDoNothing();
}
