import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { SecretRow } from '../repository.ts';
import { type UsedSecret, withUses } from './list-secrets.ts';

export const getSecret = (ctx: Ctx, secret: Authorized<SecretRow, 'secret.read'>): Promise<UsedSecret> =>
  withUses(ctx, secret);
