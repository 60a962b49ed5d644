import { expect, it } from 'vitest';
import { fromLimitForm, type LimitForm, limitSchema, toLimitForm, toWhose } from './limit-form.ts';

const form = (more: Partial<LimitForm>): LimitForm => ({ ...toLimitForm(undefined), ...more });

it('reads numbers, nothing as no limit, and no uploads of what has none', () => {
  const typed = form({ runsAnHour: ' 20 ', runsADay: '0', uploadsADay: '5' });
  expect(fromLimitForm(typed)).toEqual({
    runsAnHour: 20,
    runsADay: 0,
    runsAtOnce: null,
    uploadsAnHour: null,
    uploadsADay: 5,
  });
  expect(fromLimitForm({ ...typed, of: 'connection:c' }).uploadsADay).toBeNull();
});

it.each([
  ['organization', { scope: 'organization' }],
  ['person', { scope: 'person' }],
  ['person:m', { scope: 'person', memberId: 'm' }],
  ['connection:c', { scope: 'connection', connectionId: 'c' }],
  ['model', { scope: 'model', model: 'big' }],
])('reads whose it is from %s', (of, whose) => {
  expect(toWhose(form({ of, model: ' big ' }))).toEqual(whose);
});

it.each([
  [{}, 'runsAnHour'],
  [{ runsADay: '-1' }, 'runsADay'],
  [{ runsADay: '1.5' }, 'runsADay'],
  [{ of: 'model', runsADay: '1' }, 'model'],
  [{ of: 'model', model: 'm', uploadsADay: '1' }, 'runsAnHour'],
])('does not take %j', (typed, field) => {
  const { error } = limitSchema.safeParse(form(typed));
  expect(error?.issues.map(({ path }) => path[0])).toContain(field);
});
