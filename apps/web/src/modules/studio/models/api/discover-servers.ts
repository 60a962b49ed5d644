import type { DiscoveredServerView } from '@promptvault/contract/studio/models/shapes';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

export type DiscoveredServer = DiscoveredServerView;

const discoverServers = async (host: string): Promise<DiscoveredServer[]> =>
  (await dataOf(api.POST('/api/v1/model-servers/discover', { body: { host }, params: {} }))).items;

export const useDiscoverServers = () => useMutation({ mutationFn: discoverServers });
