// For tests: a host that keeps the files of forms as the real one does, and sends nothing by itself.
import { recordExtensionOf, type Attachment } from '@zhengna/contract/domain/attachment.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import { fakeHost, type FakeHost } from '../chat/chat.fixture.ts'

export interface AttachmentsHost extends FakeHost {
  /** As it happens at the host. */
  happen(name: string, change: Partial<LocalAttachment>): void
  /** Those there are, by name. */
  files(): readonly LocalAttachment[]
  /** What was handed over, by name. */
  readonly received: ReadonlyMap<string, string>
  /** From now on nothing of a record can be fetched. */
  cutLine(): void
}

const formKey = 'leave-message'

export function attachmentsHost(): AttachmentsHost {
  let files: readonly LocalAttachment[] = []
  let made = 0
  let isCut = false
  const received = new Map<string, string>()
  const names = new Map<string, string>()
  const form = () => ({ formKey, files })
  const told = () => {
    base.emit('attachments.changed', form())
    return form()
  }
  const change = (id: string, next: Partial<LocalAttachment>) => {
    files = files.map((file) => (file.id === id ? { ...file, ...next } : file))
    return told()
  }
  const base = fakeHost({
    'attachments.list': form,
    'attachments.upload': () => {
      files = files.map((file) => (file.state === 'chosen' ? { ...file, state: 'uploading' } : file))
      return told()
    },
    'attachments.cancel': ({ attachmentId }: { attachmentId: string }) => change(attachmentId, { state: 'chosen', sentBytes: 0 }),
    'attachments.retry': ({ attachmentId }: { attachmentId: string }) => change(attachmentId, { state: 'uploading', failure: null }),
    'attachments.remove': ({ attachmentId }: { attachmentId: string }) => {
      files = files.filter(({ id }) => id !== attachmentId)
      return told()
    },
    'attachments.submitted': () => {
      files = []
      return told()
    },
  })
  const add = (piece: { attachmentId: string | null; name: string; sizeBytes: number; offset: number; bytes: string }): Result<unknown> => {
    if (recordExtensionOf(piece.name) === null) return fail(failure('ATTACHMENT_TYPE_REFUSED', { types: 'gif' }))
    const id = piece.attachmentId ?? `id-${++made}`
    names.set(id, piece.name)
    received.set(piece.name, (received.get(piece.name) ?? '') + atob(piece.bytes))
    const isWhole = received.get(piece.name)?.length === piece.sizeBytes
    if (isWhole) {
      const { name, sizeBytes } = piece
      files = [...files, { id: id as AttachmentId, name, sizeBytes, state: 'chosen', sentBytes: 0, failure: null }]
      told()
    }
    return ok({ attachmentId: id, isWhole })
  }
  const fetch = ({ attachment }: { attachment: Attachment }): Result<unknown> =>
    isCut ? fail(failure('HOST_OFFLINE')) : ok({ address: `/attachments/${attachment.id}` })
  return {
    ...base,
    received,
    files: () => files,
    cutLine: () => void (isCut = true),
    happen: (name, next) => void change(files.find((file) => file.name === name)?.id ?? '', next),
    request: (name, params) => {
      if (name !== 'attachments.add' && name !== 'attachments.fetch') return base.request(name, params)
      base.asked.push({ name, params })
      return Promise.resolve(name === 'attachments.add' ? add(params as never) : fetch(params as never)) as Promise<never>
    },
  }
}

export const anAttachment = (name: string, sizeBytes = 2_048): Attachment => ({
  id: `id-of-${name}` as AttachmentId,
  name,
  extension: recordExtensionOf(name) ?? 'txt',
  sizeBytes,
})
