import type { SecretView } from '@promptvault/contract/studio/secrets/shapes';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export type Secret = SecretView;

export const secretsQuery = queryOptions({
  queryKey: ['secrets'],
  queryFn: async ({ signal }): Promise<Secret[]> =>
    (await dataOf(api.GET('/api/v1/secrets', { signal }))).items,
});

export type SecretValues = { name: string; value: string; origins: string[] };

const matching = (secret: Secret) => ({
  path: { secretId: secret.id },
  header: { 'If-Match': etagOf(secret) },
});

const createSecret = createOnce((body: SecretValues, header) =>
  dataOf(api.POST('/api/v1/secrets', { params: { header }, body })),
);

/** An empty value leaves the one that is stored. */
const saveSecret = ({ secret, values }: { secret: Secret | undefined; values: SecretValues }) => {
  if (!secret) return createSecret(values);
  const { value, origins } = values;
  const body = { origins, ...(value === '' ? {} : { value }) };
  return dataOf(api.PATCH('/api/v1/secrets/{secretId}', { params: matching(secret), body }));
};

const deleteSecret = (secret: Secret) =>
  api.DELETE('/api/v1/secrets/{secretId}', { params: matching(secret) });

export function useSecretChanges() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: secretsQuery.queryKey });
  return {
    save: useMutation({ mutationFn: saveSecret, onSettled }),
    remove: useMutation({ mutationFn: deleteSecret, onSettled }),
  };
}
