import * as contract from '@promptvault/contract/account/notifications/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openInbox, openNotice, openSubscription } from './open.ts';
import {
  getNoticeSettings,
  setNoticePreference,
  updateNoticeSettings,
} from './operations/change-settings.ts';
import { countUnreadNotices, listNotices } from './operations/list-notices.ts';
import { readAllNotices, readNotice, unreadNotice } from './operations/mark-notices.ts';
import { listMutes, muteNotices } from './operations/mute-notices.ts';
import { receiveBounce } from './operations/receive-bounce.ts';
import { giveDeadLetterAgain, listDeadLetters } from './operations/report-dead-letters.ts';
import { getMailReport, retryMail } from './operations/report-mail.ts';
import { getPushSettings, subscribePush, unsubscribePush } from './operations/subscribe-push.ts';
import { toDeadLetterList, toMailReport, toMute, toNotice, toPushSettings } from './views.ts';

const nothing = () => undefined;

export const routes = [
  serve(contract.listNotices)
    .open(openInbox)
    .run(listNotices)
    .view(({ notices, nextCursor }) => ({ items: notices.map(toNotice), nextCursor })),
  serve(contract.countUnreadNotices)
    .open(openInbox)
    .run(countUnreadNotices)
    .view((count) => count),
  serve(contract.readNotice).open(openNotice).run(readNotice).view(nothing),
  serve(contract.unreadNotice).open(openNotice).run(unreadNotice).view(nothing),
  serve(contract.readAllNotices).open(openInbox).run(readAllNotices).view(nothing),
  serve(contract.muteNotices).open(openInbox).run(muteNotices).view(nothing),
  serve(contract.listNoticeMutes)
    .open(openInbox)
    .run(listMutes)
    .view((mutes) => ({ items: mutes.map(toMute) })),
  serve(contract.getNoticeSettings)
    .open(openInbox)
    .run(getNoticeSettings)
    .view((settings) => settings),
  serve(contract.updateNoticeSettings)
    .open(openInbox)
    .run(updateNoticeSettings)
    .view((settings) => settings),
  serve(contract.setNoticePreference)
    .open(openInbox)
    .run(setNoticePreference)
    .view((preference) => preference),
  serve(contract.getPushSettings).open(openInbox).run(getPushSettings).view(toPushSettings),
  serve(contract.subscribePush).open(openInbox).run(subscribePush).view(toPushSettings),
  serve(contract.unsubscribePush).open(openSubscription).run(unsubscribePush).view(nothing),
  serve(contract.listDeadLetters).lobby(listDeadLetters).view(toDeadLetterList),
  serve(contract.giveDeadLetterAgain).lobby(giveDeadLetterAgain).view(toDeadLetterList),
  serve(contract.getMailReport).lobby(getMailReport).view(toMailReport),
  serve(contract.receiveBounce)
    .lobby(receiveBounce)
    .view((outcome) => outcome),
  serve(contract.retryMail).lobby(retryMail).view(toMailReport),
];
