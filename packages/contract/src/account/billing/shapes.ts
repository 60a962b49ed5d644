/** What an organization lets itself spend on models, and what it has spent. Money is in millionths of a US dollar. */
import * as z from 'zod';
import { text } from '../../text.ts';
import { id, orNull, personRef, revision, time } from '../../values.ts';

const limit = z
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .nullable()
  .meta({ description: 'Millionths of a US dollar; null means no limit.' });

const allowUnpriced = z.boolean().meta({
  description:
    'Whether models without a known price run where a budget pays, and count as nothing. Servers in the own network count as free.',
});

export const budgetPeriods = ['day', 'month'] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

export const updateBudgetBody = z
  .strictObject({ dayMicroDollars: limit, monthMicroDollars: limit, allowUnpriced })
  .partial();

const spending = z
  .object({
    limitMicroDollars: z.int().nullable(),
    spentMicroDollars: z.int().meta({ description: 'By runs that are over.' }),
    reservedMicroDollars: z.int().meta({ description: 'What open runs may still cost at most.' }),
    startsOn: z.string().meta({ description: 'The first day of the period, in UTC.' }),
    endsAt: time(),
  })
  .meta({ id: 'Spending' });
export type SpendingView = z.output<typeof spending>;

export const budget = z
  .object({ day: spending, month: spending, allowUnpriced, revision: revision() })
  .meta({ id: 'Budget', description: 'Limits of spending, and what was spent of them.' });
export type BudgetView = z.output<typeof budget>;

/** Whose use is counted. `address`: the network address a request comes from; only the plan limits it. */
export const limitScopes = ['organization', 'person', 'connection', 'model'] as const;
export type LimitScope = (typeof limitScopes)[number];
export const usageScopes = [...limitScopes, 'address'] as const;
export type UsageScope = (typeof usageScopes)[number];

export const usageMeasures = ['run', 'upload'] as const;
export type UsageMeasure = (typeof usageMeasures)[number];
export const usageWindows = ['hour', 'day'] as const;
export type UsageWindow = (typeof usageWindows)[number];

const most = z.int().min(0).max(1_000_000_000).nullable();
const limitFields = {
  runsAnHour: most.meta({ description: 'In any stretch of an hour; null is no limit of its own.' }),
  runsADay: most.meta({ description: 'In any stretch of 24 hours.' }),
  runsAtOnce: most.meta({ description: 'Runs over this wait for a place.' }),
  uploadsAnHour: most,
  uploadsADay: most,
};
export type LimitNumbers = { [Name in keyof typeof limitFields]: number | null };

const noUploads = (limit: {
  connectionId?: unknown;
  model?: unknown;
  uploadsAnHour?: unknown;
  uploadsADay?: unknown;
}) =>
  (limit.connectionId === undefined && limit.model === undefined) ||
  ((limit.uploadsAnHour ?? null) === null && (limit.uploadsADay ?? null) === null);

export const createLimitBody = z
  .strictObject({
    scope: z.enum(limitScopes),
    memberId: id().optional().meta({ description: 'With the scope person: one alone. Absent: each person.' }),
    connectionId: id().optional().meta({ description: 'With the scope connection.' }),
    model: text({ max: 200, min: 1 }).optional().meta({
      description: "With the scope model: the provider's name of it, over any connection.",
    }),
    ...limitFields,
  })
  .partial()
  .required({ scope: true })
  .refine(
    ({ scope, memberId }) => scope === 'person' || memberId === undefined,
    'Only a limit of persons names a member.',
  )
  .refine(
    ({ scope, connectionId }) => (scope === 'connection') === (connectionId !== undefined),
    'A limit of a connection names the connection.',
  )
  .refine(
    ({ scope, model }) => (scope === 'model') === (model !== undefined),
    'A limit of a model names the model.',
  )
  .refine(noUploads, 'Uploads are counted by person and for the organization.');

export const updateLimitBody = z.strictObject(limitFields).partial();
export const limitParams = z.object({ limitId: id() });

export const usageLimit = z
  .object({
    id: z.string(),
    scope: z.enum(limitScopes),
    person: orNull(personRef).meta({
      description: 'Whom alone it limits; null where it is not of one person.',
    }),
    connectionId: z.string().nullable(),
    model: z.string().nullable(),
    name: z
      .string()
      .nullable()
      .meta({ description: 'Of the connection; null when it is gone or not yours to see.' }),
    ...limitFields,
    raised: z.boolean().meta({ description: 'The operator raised it above what the plan allows.' }),
    updatedAt: time(),
    revision: revision(),
  })
  .meta({
    id: 'Limit',
    description: 'How often an organization lets itself run and upload, below its plan.',
  });
export type LimitView = z.output<typeof usageLimit>;

const plannedLimits = z.object(limitFields);
export const limitList = z.object({
  items: z.array(usageLimit),
  plan: z.object({ name: z.string(), organization: plannedLimits, person: plannedLimits }).meta({
    id: 'PlanLimits',
    description: 'What counts where the organization says nothing, and what only the operator exceeds.',
  }),
});
export type LimitListView = z.output<typeof limitList>;

/** `near` from 80 %, `close` from 90 %, `full` where the next one is refused. */
export const usageLevel = z.enum(['ok', 'near', 'close', 'full']);

export const usageCounter = z
  .object({
    scope: z.enum(usageScopes),
    connectionId: z.string().nullable(),
    model: z.string().nullable(),
    name: z.string().nullable().meta({ description: 'Of the connection.' }),
    measure: z.enum(usageMeasures),
    window: z.enum(usageWindows),
    limit: z.int(),
    used: z.int(),
    remaining: z.int(),
    resetAt: time().meta({
      description: 'When all of the limit is back. Windows slide: part of it is back before.',
    }),
    level: usageLevel,
  })
  .meta({ id: 'UsageCounter' });
export type UsageCounterView = z.output<typeof usageCounter>;

export const usage = z
  .object({
    items: z.array(usageCounter),
    runsAtOnce: z.object({ organization: z.int(), person: z.int() }),
  })
  .meta({ id: 'Usage', description: 'What one used of what one may, and the organization with one.' });
export type UsageView = z.output<typeof usage>;

export const memberUsageParams = z.object({ memberId: id() });

/** The window with the least left, as answers of what counts carry it. */
export const allowance = usageCounter
  .pick({ scope: true, measure: true, window: true, limit: true, remaining: true, resetAt: true })
  .meta({ id: 'Allowance', description: 'Of all that limits this call, what has the least left.' });
export type AllowanceView = z.output<typeof allowance>;

export const resetUsageBody = z
  .strictObject({
    memberId: id(),
    connectionId: id(),
    model: text({ max: 200, min: 1 }),
  })
  .partial()
  .refine(
    (whose) => Object.values(whose).filter((value) => value !== undefined).length <= 1,
    'Name a member, a connection or a model; nothing means the organization.',
  );
