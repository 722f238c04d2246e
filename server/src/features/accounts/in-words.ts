// What an account is, for 审计日志.
import { officerRoleLabels, type AccountFields } from '@zhengna/contract/domain/account.ts'
import type { SkillGroupId } from '@zhengna/contract/ids.ts'

export interface AccountInWords extends AccountFields {
  readonly officeName: string
}

type Part = readonly [name: string, words: string]

function partsOf({ name, role, officeName, agent }: AccountInWords, groupName: (id: SkillGroupId) => string): Part[] {
  const office: Part[] = [
    ['姓名', name],
    ['角色', officerRoleLabels[role]],
    ['机构', officeName],
  ]
  if (!agent) return office
  const groups = agent.skillGroups.map(groupName).join('、')
  return [...office, ['工号', agent.number], ['技能组', groups], ['同时接待', `${agent.capacity} 个`]]
}

const told = (parts: readonly Part[]): string => parts.map(([name, words]) => `${name}：${words}`).join('；')

export const accountInWords = (account: AccountInWords, groupName: (id: SkillGroupId) => string): string =>
  told(partsOf(account, groupName))

/** Only what differs; null where nothing does. */
export function changeInWords(
  was: AccountInWords,
  is: AccountInWords,
  groupName: (id: SkillGroupId) => string,
): { before: string; after: string } | null {
  const [before, after] = [partsOf(was, groupName), partsOf(is, groupName)]
  const differing = (parts: readonly Part[], others: readonly Part[]): readonly Part[] =>
    parts.filter(([name, words]) => !others.some((other) => other[0] === name && other[1] === words))
  const [gone, come] = [differing(before, after), differing(after, before)]
  return gone.length + come.length === 0 ? null : { before: told(gone), after: told(come) }
}
