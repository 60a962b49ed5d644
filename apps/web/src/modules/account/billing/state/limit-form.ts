import type { LimitNumbers } from '@promptvault/contract/account/billing/shapes';
import * as z from 'zod';
import type { Limit, Whose } from '../api/usage.ts';
import { u } from '../messages.ts';

export const numberNames = ['runsAnHour', 'runsADay', 'runsAtOnce', 'uploadsAnHour', 'uploadsADay'] as const;
export type NumberName = (typeof numberNames)[number];

const count = z
  .string()
  .trim()
  .refine((text) => text === '' || /^\d{1,9}$/.test(text), { error: () => u('number') });

/** `of` is one choice of a list: `organization`, `person`, `person:<member>`, `connection:<id>`, `model`. */
export const limitSchema = z
  .object({
    of: z.string(),
    model: z.string().trim(),
    runsAnHour: count,
    runsADay: count,
    runsAtOnce: count,
    uploadsAnHour: count,
    uploadsADay: count,
  })
  .superRefine((form, ctx) => {
    if (form.of === 'model' && form.model === '')
      ctx.addIssue({ code: 'custom', path: ['model'], message: u('modelMissing') });
    if (Object.values(fromLimitForm(form)).every((value) => value === null))
      ctx.addIssue({ code: 'custom', path: ['runsAnHour'], message: u('nothing') });
  });

export type LimitForm = z.input<typeof limitSchema>;

export const countsUploads = (of: string): boolean => of !== 'model' && !of.startsWith('connection:');

export function fromLimitForm(form: LimitForm): LimitNumbers {
  const value = (name: NumberName) => {
    const hidden = name.startsWith('uploads') && !countsUploads(form.of);
    return hidden || form[name].trim() === '' ? null : Number(form[name]);
  };
  return Object.fromEntries(numberNames.map((name) => [name, value(name)])) as LimitNumbers;
}

export function toLimitForm(limit: Limit | undefined): LimitForm {
  const numbers = numberNames.map((name) => [name, limit?.[name] == null ? '' : String(limit[name])]);
  const of =
    limit === undefined ? 'person' : limit.connectionId ? `connection:${limit.connectionId}` : limit.scope;
  return { of, model: limit?.model ?? '', ...(Object.fromEntries(numbers) as Record<NumberName, string>) };
}

export function toWhose({ of, model }: LimitForm): Whose {
  const [scope, id] = of.split(':') as [Whose['scope'], string | undefined];
  if (scope === 'model') return { scope, model: model.trim() };
  if (id === undefined) return { scope };
  return scope === 'person' ? { scope, memberId: id } : { scope, connectionId: id };
}
