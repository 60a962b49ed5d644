import { expect, it } from 'vitest';
import type { Model } from '../api/models.ts';
import { notTaking } from './not-taking.ts';

const model = (name: string, seed: boolean | null) => ({ name, settings: { seed } }) as Model;

it('names each model that surely does not take a setting, once', () => {
  const models = [model('One', false), model('One', false), model('Two', null), model('Three', true)];
  expect(notTaking(models, 'seed')).toEqual({ models: ['One'], all: false });
});

it('says when none takes it, and nothing where none is chosen', () => {
  expect(notTaking([model('One', false), model('Two', false)], 'seed').all).toBe(true);
  expect(notTaking([], 'seed')).toEqual({ models: [], all: false });
});
