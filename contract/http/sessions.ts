import { Type } from 'typebox'
import { officerRoles } from '../domain/account.ts'
import { Edition, Person } from '../domain/person.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

/** Access tokens live minutes and are renewed; the refresh token is replaced at every use. Neither ever reaches a window. */
const Tokens = Type.Object({
  accessToken: Type.String(),
  /** Counted from the reply, because a taxpayer's clock may be wrong. */
  accessExpiresInSeconds: Type.Integer(),
  refreshToken: Type.String(),
  person: Person,
})

const Password = Type.String({ minLength: 1, maxLength: limits.passwordMaxLength })
/** What it must be says PASSWORD_INVALID. */
const NewPassword = Type.String({ minLength: 1, maxLength: limits.passwordMaxLength })
const Credentials = {
  account: Type.String({ minLength: 1, maxLength: limits.accountMaxLength }),
  password: Password,
  edition: Edition,
}

export const signIn = defineRoute({
  method: 'POST',
  path: '/api/sessions',
  access: 'public',
  tag: 'sessions',
  summary:
    'Sign in by account and password. Errors: CREDENTIALS_WRONG, LOGIN_THROTTLED, EDITION_FORBIDDEN, ACCOUNT_DISABLED, PASSWORD_MUST_CHANGE.',
  body: Type.Object(Credentials),
  reply: Tokens,
})

export const claimAccount = defineRoute({
  method: 'POST',
  path: '/api/sessions/claim',
  access: 'public',
  tag: 'sessions',
  summary:
    'Sign in with a password that an administrator gave, by setting one’s own. Errors: those of signing in, PASSWORD_INVALID, also where nothing is to be claimed.',
  body: Type.Object({ ...Credentials, newPassword: NewPassword }),
  reply: Tokens,
})

export const changePassword = defineRoute({
  method: 'PUT',
  path: '/api/me/password',
  access: officerRoles,
  tag: 'sessions',
  summary: 'One’s own, which ends one’s other sessions. Errors: PASSWORD_WRONG, PASSWORD_INVALID, LOGIN_THROTTLED.',
  body: Type.Object({ password: Password, newPassword: NewPassword }),
  reply: Type.Object({}),
})

export const renewSession = defineRoute({
  method: 'POST',
  path: '/api/sessions/renew',
  access: 'public',
  tag: 'sessions',
  summary:
    'Exchange a refresh token for new tokens. The one just replaced works a minute longer, for a reply that was lost; used after that it ends the session. Errors: TOKEN_EXPIRED.',
  body: Type.Object({ refreshToken: Type.String({ minLength: 1, maxLength: 200 }) }),
  reply: Tokens,
})

export const signOut = defineRoute({
  method: 'DELETE',
  path: '/api/sessions/current',
  access: 'signed-in',
  tag: 'sessions',
  summary: 'End this session; its refresh token stops working.',
  reply: Type.Object({}),
})

export const whoAmI = defineRoute({
  method: 'GET',
  path: '/api/me',
  access: 'signed-in',
  tag: 'sessions',
  summary: 'The person signed in.',
  reply: Person,
})
