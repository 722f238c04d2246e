import type { Account, AccountChoices } from '@zhengna/contract/domain/account.ts'
import { describe, expect, test } from 'vitest'
import { actionsOf } from './account-actions.ts'
import { draftOf, emptyDraft, fieldsIn, wrongFields } from './account-draft.ts'

const choices = {
  offices: [{ id: 'o', name: '税务局' }],
  skillGroups: [{ id: 'general', name: '综合服务' }],
} as unknown as AccountChoices
const editor = { id: 'e', account: 'zs001', name: '编辑', role: 'editor', officeId: 'o', agent: null } as unknown as Account

describe('the form of an account', () => {
  test('empty says all that is missing, of an editor less', () => {
    expect(wrongFields(emptyDraft(choices), true)).toEqual(['account', 'name', 'number', 'skillGroups'])
    expect(wrongFields({ ...emptyDraft(choices), role: 'editor' }, true)).toEqual(['account', 'name'])
  })

  test.each([
    [{ account: 'a b' }, ['account']],
    [{ name: ' ' }, ['name']],
    [{ number: '10-1' }, ['number']],
    [{ skillGroups: [] }, ['skillGroups']],
    [{ capacity: '2.5' }, ['capacity']],
    [{ capacity: '51' }, ['capacity']],
    [{}, []],
  ])('with %j says %j', (over, wrong) => {
    const right = { ...emptyDraft(choices), account: 'zx.1', name: '演示甲', number: '1001', skillGroups: ['general'] as never }
    expect(wrongFields({ ...right, ...over }, true)).toEqual(wrong)
  })

  test('of somebody without a number has none, whatever was typed before the role was another', () => {
    expect(fieldsIn({ ...draftOf(editor, choices), number: '1001' }).agent).toBeNull()
    expect(fieldsIn({ ...draftOf(editor, choices), role: 'agent', number: ' 1001 ', skillGroups: ['general'] as never }).agent).toEqual({
      number: '1001',
      skillGroups: ['general'],
      capacity: 5,
    })
  })
})

test('only what an account’s state allows is offered', () => {
  expect(actionsOf({ state: 'disabled' })).toEqual(['enable'])
  expect(actionsOf({ state: 'locked' })).toEqual(['unlock', 'reset', 'disable'])
  expect(actionsOf({ state: 'active' })).toEqual(['reset', 'disable'])
})
