// 账号, for administrators: who the officers are, what they may do, and whether they may sign in.
import { Type } from 'typebox'
import { Account, AccountChoices, AccountFields, accountForm, AccountState, OfficerRole } from '../domain/account.ts'
import { OfficeId, PersonId, SkillGroupId } from '../ids.ts'
import { pageOf, paging } from './paging.ts'
import { defineRoute } from './route.ts'

const params = Type.Object({ personId: PersonId })
/** Shown once; whoever signs in with it sets their own. */
const Given = Type.Object({ account: Account, password: Type.String() })
const One = Type.Object({ account: Account })

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/api/accounts',
  access: ['admin'],
  tag: 'accounts',
  summary: '账号, by account. `text`: in part of a name, an account or an agent’s number.',
  query: Type.Object({
    ...paging,
    text: Type.Optional(Type.String({ maxLength: 60 })),
    role: Type.Optional(OfficerRole),
    officeId: Type.Optional(OfficeId),
    skillGroup: Type.Optional(SkillGroupId),
    state: Type.Optional(AccountState),
  }),
  reply: pageOf(Account),
})

export const listAccountChoices = defineRoute({
  method: 'GET',
  path: '/api/accounts/choices',
  access: ['admin'],
  tag: 'accounts',
  summary: 'The offices and skill groups that an account can be given.',
  reply: AccountChoices,
})

export const createAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts',
  access: ['admin'],
  tag: 'accounts',
  summary: 'A new account; the reply alone has its first password. Errors: ACCOUNT_INVALID, ACCOUNT_TAKEN, AGENT_NUMBER_TAKEN.',
  body: Type.Object({ ...AccountFields.properties, account: Type.String({ pattern: accountForm }) }),
  reply: Given,
})

export const saveAccount = defineRoute({
  method: 'PUT',
  path: '/api/accounts/:personId',
  access: ['admin'],
  tag: 'accounts',
  summary:
    'Another role or office ends the person’s sessions. Errors: ACCOUNT_NOT_FOUND, ACCOUNT_INVALID, AGENT_NUMBER_TAKEN, ACCOUNT_CHANGED_MEANWHILE, ACCOUNT_OWN, ACCOUNT_LAST_ADMIN, ACCOUNT_BUSY.',
  params,
  body: Type.Object({ ...AccountFields.properties, revision: Type.Integer({ minimum: 0 }) }),
  reply: One,
})

export const setAccountDisabled = defineRoute({
  method: 'PUT',
  path: '/api/accounts/:personId/disabled',
  access: ['admin'],
  tag: 'accounts',
  summary: 'Disabled, it signs in no more and its sessions end. Errors: ACCOUNT_NOT_FOUND, ACCOUNT_OWN, ACCOUNT_LAST_ADMIN, ACCOUNT_BUSY.',
  params,
  body: Type.Object({ isDisabled: Type.Boolean() }),
  reply: One,
})

export const resetPassword = defineRoute({
  method: 'POST',
  path: '/api/accounts/:personId/password',
  access: ['admin'],
  tag: 'accounts',
  summary: 'A new first password, in the reply alone; its sessions end, its lock too. Errors: ACCOUNT_NOT_FOUND, ACCOUNT_OWN.',
  params,
  reply: Given,
})

export const unlockAccount = defineRoute({
  method: 'DELETE',
  path: '/api/accounts/:personId/lock',
  access: ['admin'],
  tag: 'accounts',
  summary: 'Wrong passwords so far count no more. Errors: ACCOUNT_NOT_FOUND.',
  params,
  reply: One,
})
