import type { Model } from '../api/models.ts';

export type ModelGroup = { key: string; connectionId: string | null; name: string; models: Model[] };

/** Every word must occur in the model's name, id, connection or provider. */
export function matchModels(models: readonly Model[], query: string): Model[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return models.filter((model) => {
    const text = `${model.name} ${model.model} ${model.connectionName} ${model.provider}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A long list is looked through by typing; past this many hits nobody scrolls. */
const mostShown = 200;

/** What of a list is shown, and how many more there are, which have to be told of. */
export const cutModels = (models: readonly Model[]): { hits: Model[]; more: number } => ({
  hits: models.slice(0, mostShown),
  more: Math.max(0, models.length - mostShown),
});

/** In the order given, one group a connection, and one for the chains. */
export function groupModels(models: readonly Model[]): ModelGroup[] {
  const groups = new Map<string, ModelGroup>();
  for (const model of models) {
    const { connectionId, connectionName: name, chainId } = model;
    const key = chainId === undefined ? (connectionId ?? 'built-in') : 'chains';
    const group = groups.get(key) ?? { key, connectionId, name, models: [] };
    group.models.push(model);
    groups.set(key, group);
  }
  return [...groups.values()];
}
