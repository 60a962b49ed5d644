import type { RoleKey } from '@promptvault/contract/account/organizations/shapes';
import { t } from '../messages.ts';

export const roles: readonly RoleKey[] = ['owner', 'admin', 'editor', 'viewer'];

export const roleHint = (role: RoleKey): string => t(`${role}Hint`);
