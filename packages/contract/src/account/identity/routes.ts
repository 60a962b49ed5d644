import * as z from 'zod';
import { defineRoute } from '../../define-route.ts';
import { InvitationError } from '../organizations/errors.ts';
import { IdentityError } from './errors.ts';
import {
  changePasswordBody,
  entrance,
  me,
  session,
  sessionParams,
  signInBody,
  signUpBody,
  updateMeBody,
} from './shapes.ts';

const base = '/api/v1';

export const getEntrance = defineRoute({
  operationId: 'getEntrance',
  method: 'get',
  path: `${base}/entrance`,
  permission: 'public',
  summary: 'Whether this instance has an owner, and who may sign up',
  limit: 'read',
  response: { status: 200, schema: entrance },
  example: {},
});

export const signUp = defineRoute({
  operationId: 'signUp',
  method: 'post',
  path: `${base}/sign-up`,
  permission: 'public',
  summary: 'Create an account and sign in; the first one owns the instance',
  limit: 'sign_in',
  body: signUpBody,
  response: { status: 201, schema: me },
  errors: [
    IdentityError.email_taken,
    IdentityError.sign_up_closed,
    IdentityError.set_up_code_wrong,
    IdentityError.password_weak,
    InvitationError.not_valid,
  ],
  example: { body: { name: 'Ada Byron', email: 'ada@example.com', password: 'a long enough password' } },
});

export const signIn = defineRoute({
  operationId: 'signIn',
  method: 'post',
  path: `${base}/sign-in`,
  permission: 'public',
  summary: 'Sign in with mail address and password; the session comes as a cookie',
  limit: 'sign_in',
  body: signInBody,
  response: { status: 200, schema: me },
  errors: [IdentityError.wrong_credentials, IdentityError.too_many_attempts],
  example: { body: { email: 'ada@example.com', password: 'a long enough password' } },
});

export const signOut = defineRoute({
  operationId: 'signOut',
  method: 'post',
  path: `${base}/sign-out`,
  permission: 'signed_in',
  summary: 'End this session',
  limit: 'write',
  response: { status: 204 },
  example: {},
});

export const getMe = defineRoute({
  operationId: 'getMe',
  method: 'get',
  path: `${base}/me`,
  permission: 'signed_in',
  summary: 'The signed-in person',
  limit: 'read',
  response: { status: 200, schema: me },
  example: {},
});

export const updateMe = defineRoute({
  operationId: 'updateMe',
  method: 'patch',
  path: `${base}/me`,
  permission: 'signed_in',
  summary: 'Change one’s name or theme',
  limit: 'write',
  ifMatch: true,
  body: updateMeBody,
  response: { status: 200, schema: me },
  example: { body: { theme: 'dark' } },
});

export const changePassword = defineRoute({
  operationId: 'changePassword',
  method: 'post',
  path: `${base}/me/password`,
  permission: 'signed_in',
  summary: 'Change one’s password; all other sessions end',
  limit: 'sign_in',
  body: changePasswordBody,
  response: { status: 204 },
  errors: [IdentityError.wrong_credentials, IdentityError.password_weak],
  example: { body: { currentPassword: 'a long enough password', newPassword: 'another long password' } },
});

export const listSessions = defineRoute({
  operationId: 'listSessions',
  method: 'get',
  path: `${base}/me/sessions`,
  permission: 'signed_in',
  summary: 'Where one is signed in',
  limit: 'read',
  response: { status: 200, schema: z.object({ items: z.array(session) }) },
  example: {},
});

export const endSession = defineRoute({
  operationId: 'endSession',
  method: 'delete',
  path: `${base}/me/sessions/{sessionId}`,
  permission: 'signed_in',
  summary: 'End one of one’s sessions',
  limit: 'write',
  params: sessionParams,
  response: { status: 204 },
  ids: { 'params.sessionId': 'session' },
  example: { params: { sessionId: '$session' } },
});
