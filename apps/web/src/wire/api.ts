import type { paths } from '@promptvault/sdk';
import { createApiClient } from './api-client.ts';

/** The typed client of this tab. */
export const api = createApiClient<paths>();
