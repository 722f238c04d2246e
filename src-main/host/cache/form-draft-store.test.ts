import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'

let stand: StoreStand
beforeEach(() => (stand = openStoreStand()))
afterEach(() => stand.remove())

it('a form has one id from its opening to its submission, and keeps what was typed over a restart', () => {
  expect(stand.store().formDraft('leave-message', 'first', 1)).toEqual({ id: 'first', fields: null })
  stand.store().saveFormDraft('leave-message', 'first', { content: '写到一半' }, 2)
  expect(stand.reopen().formDraft('leave-message', 'second', 3)).toEqual({ id: 'first', fields: { content: '写到一半' } })
})

it('what was submitted is gone, and what is saved of it late is not kept', () => {
  const store = stand.store()
  store.formDraft('appointment', 'first', 1)
  store.saveFormDraft('appointment', 'first', { matter: '注销' }, 2)
  store.dropFormDraft('appointment', 'first')
  store.saveFormDraft('appointment', 'first', { matter: '注销' }, 3)
  expect(store.formDraft('appointment', 'second', 4)).toEqual({ id: 'second', fields: null })
  store.saveFormDraft('appointment', 'first', { matter: '注销' }, 5)
  expect(store.formDraft('appointment', 'third', 6)).toEqual({ id: 'second', fields: null })
})

it('each form has its own', () => {
  const store = stand.store()
  store.formDraft('leave-message', 'one', 1)
  store.formDraft('appointment', 'other', 1)
  store.dropFormDraft('leave-message', 'other')
  expect(store.formDraft('leave-message', 'new', 2).id).toBe('one')
  expect(store.formDraft('appointment', 'new', 2).id).toBe('other')
})
