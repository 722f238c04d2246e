import type { LocalAttachment, LocalAttachmentState } from '@zhengna/contract/host/attachments.ts'
import { ok } from '@zhengna/contract/result.ts'
import { expect, test } from 'vitest'
import { idOf } from './record.fixture.ts'
import { recordHost } from './record-host.fixture.ts'
import { uploadsOf } from './uploads.ts'

const file = (number: number, state: LocalAttachmentState): LocalAttachment => ({
  id: idOf(number) as LocalAttachment['id'],
  name: `${number}.png`,
  sizeBytes: 1,
  state,
  sentBytes: 0,
  failure: null,
})
const form = (...files: LocalAttachment[]) => ({ formKey: 'leave-message', files })
const uploading = () => recordHost({ 'attachments.upload': () => ok(form(file(1, 'uploaded'), file(2, 'uploading'))) })

test('all uploaded: their ids, in their order, whatever happens to other forms', async () => {
  const host = uploading()
  const uploaded = uploadsOf(host, 'leave-message')
  await Promise.resolve()
  host.emit('attachments.changed', { formKey: 'appointment', files: [file(3, 'failed')] })
  host.emit('attachments.changed', form(file(1, 'uploaded'), file(2, 'uploading')))
  host.emit('attachments.changed', form(file(1, 'uploaded'), file(2, 'uploaded')))
  expect(await uploaded).toEqual([idOf(1), idOf(2)])
})

test.each(['failed', 'paused', 'chosen'] as const)('one that is %s keeps the form', async (state) => {
  const host = uploading()
  const uploaded = uploadsOf(host, 'leave-message')
  await Promise.resolve()
  host.emit('attachments.changed', form(file(1, 'uploaded'), file(2, state)))
  expect(await uploaded).toBeNull()
})

test('with no host there is nothing to wait for', async () => {
  expect(await uploadsOf(recordHost({}), 'leave-message')).toBeNull()
})
