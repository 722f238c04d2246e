// What the form of an account holds while somebody fills it in.
import {
  accountForm,
  agentCapacity,
  agentNumberForm,
  personNameForm,
  servesTaxpayers,
  type Account,
  type AccountChoices,
  type AccountFields,
  type OfficerRole,
} from '@zhengna/contract/domain/account.ts'
import type { OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'

export interface AccountDraft {
  account: string
  name: string
  role: OfficerRole
  officeId: OfficeId
  number: string
  skillGroups: SkillGroupId[]
  capacity: string
}
export const draftFields = ['account', 'name', 'number', 'skillGroups', 'capacity'] as const
export type DraftField = (typeof draftFields)[number]

export const emptyDraft = ({ offices }: AccountChoices): AccountDraft => ({
  account: '',
  name: '',
  role: 'agent',
  officeId: offices[0]?.id ?? ('' as OfficeId),
  number: '',
  skillGroups: [],
  capacity: String(agentCapacity.default),
})

export function draftOf({ account, name, role, officeId, agent }: Account, choices: AccountChoices): AccountDraft {
  const { number, skillGroups, capacity } = emptyDraft(choices)
  const serving = agent ? { number: agent.number, skillGroups: [...agent.skillGroups], capacity: String(agent.capacity) } : null
  return { account, name, role, officeId, ...(serving ?? { number, skillGroups, capacity }) }
}

export function fieldsIn({ name, role, officeId, number, skillGroups, capacity }: AccountDraft): AccountFields {
  const agent = servesTaxpayers(role) ? { number: number.trim(), skillGroups, capacity: Number(capacity) } : null
  return { name: name.trim(), role, officeId, agent }
}

/** Which fields are not right yet. `isNew`: the account itself is still to be chosen. */
export function wrongFields(draft: AccountDraft, isNew: boolean): DraftField[] {
  const fits = (form: string, text: string): boolean => new RegExp(form, 'u').test(text.trim())
  const capacity = Number(draft.capacity)
  const right: Record<DraftField, boolean> = {
    account: !isNew || fits(accountForm, draft.account),
    name: fits(personNameForm, draft.name),
    number: fits(agentNumberForm, draft.number),
    skillGroups: draft.skillGroups.length > 0,
    capacity: Number.isInteger(capacity) && capacity >= agentCapacity.min && capacity <= agentCapacity.max,
  }
  const ofServing: readonly DraftField[] = ['number', 'skillGroups', 'capacity']
  return draftFields.filter((field) => !right[field] && (servesTaxpayers(draft.role) || !ofServing.includes(field)))
}
