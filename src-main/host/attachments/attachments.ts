// 附件材料 of one person's forms, and pictures and files for their talks: kept on this machine until the server has them, uploaded whenever there is a line.
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { failure } from '@zhengna/contract/errors.ts'
import type { FormAttachments, LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import { removeAttachment } from '@zhengna/contract/http/attachments.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { ChosenFile } from '../cache/attachment-store.ts'
import type { Events } from '../events.ts'
import type { Fetch } from '../sync/inbox.ts'
import type { Readiness } from '../sync/outbox.ts'
import { createChoosing, type Choose } from './choosing.ts'
import { openChosenFiles } from './chosen-files.ts'
import { openFetchedFiles, type Download, type FetchedFiles } from './fetched-files.ts'
import { createUploader } from './uploader.ts'

export interface Attachments {
  list(formKey: string): Promise<FormAttachments>
  readonly add: Choose
  upload(formKey: string): Promise<FormAttachments>
  cancel(id: AttachmentId): Promise<Result<FormAttachments>>
  retry(id: AttachmentId): Promise<Result<FormAttachments>>
  remove(id: AttachmentId): Promise<Result<FormAttachments>>
  /** Forgets what the form submitted; what it did not submit is removed at the server too. */
  submitted(formKey: string): Promise<FormAttachments>
  discard(formKey: string): Promise<FormAttachments>
  /** One that was chosen for a form, and not sent yet. */
  chosen(formKey: string, id: AttachmentId): Promise<ChosenFile | null>
  /** One of the form's became a message (cache.enqueue): it goes up. */
  begun(formKey: string): Promise<void>
  readonly readiness: Readiness
  /** The message is at the server, or given up: nothing more of its file is wanted here. */
  endMessage(id: AttachmentId, isSent: boolean): Promise<void>
  readonly fetched: FetchedFiles
  /** The line is up: uploads go on. */
  resume(): Promise<void>
  /** The line is lost: they are shown as paused. */
  pause(): void
  close(): void
}

export interface AttachmentParts {
  readonly cache: PersonCache
  readonly events: Events
  readonly fetch: Fetch
  readonly download: Download
  /** This person's alone. */
  readonly folder: string
  readonly log: (line: string) => void
  /** How far the file of a message is has changed. */
  readonly onMessageFile: () => void
}

export async function openAttachments({
  cache,
  events,
  fetch,
  download,
  folder,
  log,
  onMessageFile,
}: AttachmentParts): Promise<Attachments> {
  const files = openChosenFiles(join(folder, 'chosen'))
  const fetched = openFetchedFiles(join(folder, 'fetched'), download)
  const choose = createChoosing(cache, files)
  // What a window had handed over in part when the program ended.
  await files.keepOnly(await cache.attachmentIds())

  const list = async (formKey: string): Promise<FormAttachments> => ({
    formKey,
    files: (await cache.attachmentsOf(formKey)).map((file) => shown(file, uploader.isHeldUp(file.id))),
  })
  const tell = async (formKey: string): Promise<FormAttachments> => {
    const form = await list(formKey)
    events.emit('attachments.changed', form)
    return form
  }
  const logged = (error: unknown): void => log(`attachments: ${error instanceof Error ? error.message : 'failed'}`)
  const changed = (formKey: string): void => {
    void tell(formKey).catch(logged)
    if (formKey.startsWith('message:')) onMessageFile()
  }
  const uploader = createUploader({ cache, files, fetch, log, onChanged: changed })
  const tellUploading = async (): Promise<void> => {
    const keys = new Set((await cache.uploadingAttachments()).map(({ formKey }) => formKey))
    for (const formKey of keys) await tell(formKey)
  }
  /** Not awaited: the server forgets by itself what it never hears of. */
  const takeBack = (id: AttachmentId): void =>
    void uploader
      .stop(id)
      .then(() => fetch(removeAttachment, { params: { attachmentId: id } }))
      .catch(logged)
  const drop = async (file: ChosenFile): Promise<void> => {
    await cache.removeAttachment(file.id)
    if (file.state !== 'chosen') takeBack(file.id)
    await files.remove(file.id)
  }
  const onFile = async (id: AttachmentId, work: (file: ChosenFile) => Promise<void>): Promise<Result<FormAttachments>> => {
    const file = await cache.attachment(id)
    if (!file) return fail(failure('ATTACHMENT_NOT_FOUND'))
    await work(file)
    return ok(await tell(file.formKey))
  }
  const start = (id: AttachmentId): Promise<void> => cache.setAttachment(id, { state: 'uploading', sentBytes: 0, failure: null })

  return {
    list,
    async add(piece) {
      const added = await choose(piece)
      if (added.ok && added.value.isWhole) await tell(piece.formKey)
      return added
    },
    async upload(formKey) {
      for (const { id, state } of await cache.attachmentsOf(formKey)) if (state === 'chosen') await start(id)
      await uploader.pump()
      return tell(formKey)
    },
    cancel: (id) =>
      onFile(id, async (file) => {
        if (file.state !== 'uploading' && file.state !== 'failed') return
        // Under another id the server cannot take a late removal of the old one for this.
        const next = uuidv7() as AttachmentId
        await cache.renameAttachment(id, next)
        await cache.setAttachment(next, { state: 'chosen', sentBytes: 0, failure: null })
        takeBack(id)
        await files.rename(id, next)
      }),
    retry: (id) =>
      onFile(id, async ({ state }) => {
        if (state !== 'failed') return
        await start(id)
        await uploader.pump()
      }),
    remove: (id) => onFile(id, drop),
    async submitted(formKey) {
      for (const file of await cache.attachmentsOf(formKey)) {
        if (file.state === 'uploaded') await cache.removeAttachment(file.id)
        else await drop(file)
      }
      return tell(formKey)
    },
    async discard(formKey) {
      for (const file of await cache.attachmentsOf(formKey)) await drop(file)
      return tell(formKey)
    },
    async chosen(formKey, id) {
      const file = await cache.attachment(id)
      return file?.formKey === formKey && file.state === 'chosen' ? file : null
    },
    async begun(formKey) {
      await uploader.pump()
      await tell(formKey)
    },
    async readiness(id) {
      const file = await cache.attachment(id)
      if (!file) return { failure: failure('ATTACHMENT_NOT_FOUND') }
      if (file.state === 'failed') return { failure: file.failure ?? failure('HOST_STORE_FAILED') }
      return file.state === 'uploaded' ? 'ready' : 'waiting'
    },
    async endMessage(id, isSent) {
      const file = await cache.attachment(id)
      if (!file) return
      if (isSent) await cache.removeAttachment(id)
      else await drop(file)
    },
    fetched,
    async resume() {
      await uploader.open()
      await tellUploading()
    },
    pause() {
      if (!uploader.isOpen()) return
      uploader.pause()
      void tellUploading().catch(logged)
    },
    close() {
      uploader.close()
      fetched.close()
    },
  }
}

const shown = ({ id, name, sizeBytes, state, sentBytes, failure }: ChosenFile, isHeldUp: boolean): LocalAttachment => ({
  id,
  name,
  sizeBytes,
  state: state === 'uploading' && isHeldUp ? 'paused' : state,
  sentBytes,
  failure,
})
