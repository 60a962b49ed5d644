import { shareLinkChanged } from '@promptvault/contract/vault/sharing/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

export const ShareLinkCreated = defineEvent('share_link.created', shareLinkChanged, { audit: true });
export const ShareLinkRevoked = defineEvent('share_link.revoked', shareLinkChanged, { audit: true });

/** Somebody tried so many passwords that they have to wait. */
export const ShareLinkGuessed = defineEvent('share_link.guessed', shareLinkChanged, { audit: true });

export const events = [ShareLinkCreated, ShareLinkRevoked, ShareLinkGuessed];
