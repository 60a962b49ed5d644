import { expect, it } from 'vitest';
import type { ModelChain, ModelConnection } from '../api/models.ts';
import { chosenFamilies } from './chosen-families.ts';

const connection = (id: string, provider: ModelConnection['provider']) =>
  ({ id, provider }) as ModelConnection;
const connections = [connection('a', 'anthropic'), connection('o', 'openai')];
const step = (connectionId: string | null, model: string, connectionName: string | null = 'there') => ({
  ...{ connectionId, model, connectionName },
});
const chain = (...steps: ModelChain['steps']) => ({ id: 'c', name: 'Chain', steps }) as ModelChain;

it('counts as all that may answer do: the chosen models, and those that a chain falls back on', () => {
  const chains = [chain(step('o', 'own-name'), step('gone', 'gemini-3', null), step('a', 'some'))];
  const families = (...choices: Parameters<typeof chosenFamilies>[0][number][]) =>
    chosenFamilies(choices, { connections, chains });
  expect(families()).toEqual([]);
  expect(families({ connectionId: 'o', model: 'own-name' })).toEqual(['o200k']);
  expect(families({ connectionId: null, model: 'Chain', chainId: 'c' })).toEqual(['o200k', 'claude']);
  expect(
    families({ connectionId: 'a', model: 'x' }, { connectionId: null, model: 'Chain', chainId: 'c' }),
  ).toEqual(['claude', 'o200k']);
});
