// 账号: the officers of the console, as administrators keep them. Taxpayers come from the register and are nobody's to edit here.
import { Type, type Static } from 'typebox'
import { OfficeId, PersonId, SkillGroupId } from '../ids.ts'
import { AgentProfile, type Role } from './person.ts'

export const officerRoles = ['agent', 'supervisor', 'editor', 'admin'] as const satisfies readonly Role[]
export type OfficerRole = (typeof officerRoles)[number]
export const OfficerRole = Type.Unsafe<OfficerRole>(Type.Union(officerRoles.map((role) => Type.Literal(role))))
export const officerRoleLabels: Record<OfficerRole, string> = {
  agent: '坐席',
  supervisor: '班长',
  editor: '知识维护员',
  admin: '系统管理员',
}

/** Who has a number, skill groups and a capacity: whoever may talk with taxpayers. */
export const servesTaxpayers = (role: OfficerRole): boolean => role === 'agent' || role === 'supervisor'

/** The first that applies. unclaimed: whose password is still the one an administrator was shown. */
export const accountStates = ['disabled', 'locked', 'unclaimed', 'active'] as const
export type AccountState = (typeof accountStates)[number]
export const AccountState = Type.Unsafe<AccountState>(Type.Union(accountStates.map((state) => Type.Literal(state))))
export const accountStateLabels: Record<AccountState, string> = {
  disabled: '已停用',
  locked: '已锁定',
  unclaimed: '待设密码',
  active: '正常',
}

/** What is typed to sign in, letter by letter. No two accounts differ in small and capital letters alone. */
export const accountForm = '^[A-Za-z0-9][A-Za-z0-9._-]{2,31}$'
export const agentNumberForm = '^[0-9A-Za-z]{1,10}$'
/** One line that says something. */
export const personNameForm = '^(?=.*\\S)[^\\p{Cc}]{1,40}$'
export const agentCapacity = { min: 1, max: 50, default: 5 } as const

const Name = Type.String({ pattern: personNameForm, maxLength: 40 })
const ServingProfile = Type.Object({
  number: Type.String({ pattern: agentNumberForm }),
  skillGroups: Type.Array(SkillGroupId, { maxItems: 50 }),
  capacity: Type.Integer({ minimum: agentCapacity.min, maximum: agentCapacity.max }),
})

const fields = {
  name: Name,
  role: OfficerRole,
  officeId: OfficeId,
  /** null for roles that do not talk with taxpayers. */
  agent: Type.Union([ServingProfile, Type.Null()]),
}
export const AccountFields = Type.Object(fields)
export type AccountFields = Static<typeof AccountFields>

export const Account = Type.Object({
  ...fields,
  id: PersonId,
  account: Type.String(),
  name: Type.String(),
  officeName: Type.String(),
  agent: Type.Union([AgentProfile, Type.Null()]),
  state: AccountState,
  /** Milliseconds since 1970; null: never yet. */
  signedInAt: Type.Union([Type.Integer(), Type.Null()]),
  /** Of the account as it was read: a change names it, so that none overwrites another unseen. */
  revision: Type.Integer({ minimum: 0 }),
})
export type Account = Static<typeof Account>

/** What an account can be given. */
export const AccountChoices = Type.Object({
  offices: Type.Array(Type.Object({ id: OfficeId, name: Type.String() })),
  skillGroups: Type.Array(Type.Object({ id: SkillGroupId, name: Type.String() })),
})
export type AccountChoices = Static<typeof AccountChoices>

/** Which field of the form is wrong, and why, beyond the form of each; null where nothing is. */
export function accountFault({
  role,
  agent,
}: Pick<AccountFields, 'role' | 'agent'>): { field: 'agent' | 'skillGroups'; reason: string } | null {
  if (!servesTaxpayers(role)) return agent ? { field: 'agent', reason: `${officerRoleLabels[role]}不接待纳税人，没有坐席工号。` } : null
  if (!agent) return { field: 'agent', reason: `${officerRoleLabels[role]}须有坐席工号。` }
  return agent.skillGroups.length === 0 ? { field: 'skillGroups', reason: '请至少选择一个技能组。' } : null
}
