import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import type { SkillGroupId } from '../ids.ts'
import { accountFault, AccountFields, officerRoles, servesTaxpayers } from './account.ts'

const agent = { number: '1001', skillGroups: ['general' as SkillGroupId], capacity: 5 }

describe('an account', () => {
  it.each(officerRoles)('%s has a number if and only if it talks with taxpayers', (role) => {
    expect(accountFault({ role, agent }) === null).toBe(servesTaxpayers(role))
    expect(accountFault({ role, agent: null }) === null).toBe(!servesTaxpayers(role))
  })

  it('that talks with taxpayers has a skill group', () => {
    expect(accountFault({ role: 'agent', agent: { ...agent, skillGroups: [] } })).toMatchObject({ field: 'skillGroups' })
  })

  it('is never a taxpayer, has a name, and a number that can be read out', () => {
    const validator = Compile(AccountFields)
    const right = { name: '演示甲', role: 'agent', officeId: 'o', agent }
    expect(validator.Check(right)).toBe(true)
    for (const wrong of [
      { role: 'taxpayer' },
      { name: '' },
      { name: '　 ' },
      { name: '张\n三' },
      { name: '张'.repeat(41) },
      { agent: { ...agent, number: '10 01' } },
      { agent: { ...agent, capacity: 0 } },
    ])
      expect(validator.Check({ ...right, ...wrong }), JSON.stringify(wrong)).toBe(false)
  })
})
