import * as contract from '@promptvault/contract/account/identity/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { changePassword } from './operations/change-password.ts';
import { getEntrance } from './operations/get-entrance.ts';
import { getMe } from './operations/get-me.ts';
import { endSession, listSessions } from './operations/list-sessions.ts';
import { signIn } from './operations/sign-in.ts';
import { signOut } from './operations/sign-out.ts';
import { signUp } from './operations/sign-up.ts';
import { updateMe } from './operations/update-me.ts';
import { toEntrance, toMe, toSessions } from './views.ts';

const nothing = () => undefined;

export const routes = [
  serve(contract.getEntrance).lobby(getEntrance).view(toEntrance),
  serve(contract.signUp)
    .lobby(signUp)
    .view(
      ({ me }) => toMe(me),
      ({ headers }) => headers,
    ),
  serve(contract.signIn)
    .lobby(signIn)
    .view(
      ({ me }) => toMe(me),
      ({ headers }) => headers,
    ),
  serve(contract.signOut)
    .lobby(signOut)
    .view(nothing, ({ headers }) => headers),
  serve(contract.getMe).lobby(getMe).view(toMe),
  serve(contract.updateMe).lobby(updateMe).view(toMe),
  serve(contract.changePassword).lobby(changePassword).view(nothing),
  serve(contract.listSessions).lobby(listSessions).view(toSessions),
  serve(contract.endSession).lobby(endSession).view(nothing),
];
