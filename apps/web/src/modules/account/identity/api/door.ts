import type { Me } from '@promptvault/contract/account/identity/shapes';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

export type Credentials = { email: string; password: string };
export type NewAccount = Credentials & { name: string; setUpCode?: string; invitation?: string };

export const signIn = (body: Credentials): Promise<Me> => dataOf(api.POST('/api/v1/sign-in', { body }));

export const signUp = (body: NewAccount): Promise<Me> => dataOf(api.POST('/api/v1/sign-up', { body }));

export async function signOut(): Promise<void> {
  await api.POST('/api/v1/sign-out');
}
