import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { failure } from '@zhengna/contract/errors.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { openStoreStand, type StoreStand } from '../../../test/support/person-store.ts'

let stand: StoreStand
beforeEach(() => void (stand = openStoreStand()))
afterEach(() => stand.remove())

const add = (name: string, formKey = 'leave-message'): AttachmentId => {
  const id = uuidv7() as AttachmentId
  stand.store().addAttachment({ id, formKey, name, sizeBytes: 10 })
  return id
}

it('files of a form keep their order, state and failure, also after a restart', () => {
  const [a, b] = [add('甲.txt'), add('乙.txt')]
  add('丙.txt', 'appointment')
  stand.store().setAttachment(a, { state: 'uploading', sentBytes: 4, failure: null })
  stand.store().setAttachment(b, { state: 'failed', sentBytes: 0, failure: failure('ATTACHMENT_NOT_FOUND') })
  stand.store().setSent(a, 7)
  const files = stand.reopen().attachmentsOf('leave-message')
  expect(files).toMatchObject([
    { id: a, name: '甲.txt', state: 'uploading', sentBytes: 7, failure: null },
    { id: b, name: '乙.txt', state: 'failed', failure: { code: 'ATTACHMENT_NOT_FOUND' } },
  ])
  expect(stand.store().uploadingAttachments()).toMatchObject([{ id: a, formKey: 'leave-message' }])
})

it('one that gets another id keeps its place', () => {
  const [a, b] = [add('甲.txt'), add('乙.txt')]
  const next = uuidv7() as AttachmentId
  stand.store().renameAttachment(a, next)
  expect(stand.store().attachmentsOf('leave-message')).toMatchObject([{ id: next }, { id: b }])
  expect(stand.store().attachment(a)).toBeNull()
})

it('one that is removed is in no list', () => {
  const [a, b] = [add('甲.txt'), add('乙.txt')]
  stand.store().removeAttachment(a)
  stand.store().removeAttachment(a)
  expect(stand.store().attachmentIds()).toEqual([b])
})
