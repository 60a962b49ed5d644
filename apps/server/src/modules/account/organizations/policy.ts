import { OrganizationError } from '@promptvault/contract/account/organizations/errors';
import type { Insider } from '../../../foundation/context/actor.ts';
import { AuthError } from '../../../foundation/errors/foundation-errors.ts';

export const seededRoles = ['owner', 'admin', 'editor', 'viewer'] as const;
/** A guest's is no role of a member; the permission table has it beside them. */
export type Standing = SeededRole | 'guest';
export type SeededRole = (typeof seededRoles)[number];

/** @throws auth.forbidden */
export function requirePermission(actor: Insider, permission: string): void {
  if (!actor.permissions.has(permission)) throw AuthError.forbidden();
}

/** Owners are made and unmade by those who may manage owners. @throws organization.role_too_high */
export function requireMayTouchRole(actor: Insider, ...roles: string[]): void {
  if (roles.includes('owner') && !actor.permissions.has('owner.manage'))
    throw OrganizationError.role_too_high({ role: 'owner' });
}
