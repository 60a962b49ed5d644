import { shareLinkChanged } from '@promptvault/contract/vault/sharing/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const ShareLinkCreated = defineEvent('share_link.created', shareLinkChanged, { audit: true });
export const ShareLinkRevoked = defineEvent('share_link.revoked', shareLinkChanged, { audit: true });

export const events = [ShareLinkCreated, ShareLinkRevoked];
