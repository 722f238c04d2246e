// Attachments from a window to the server through a real host: cut, gone on with, cancelled, and brought back.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Attachment, RecordExtension } from '@zhengna/contract/domain/attachment.ts'
import type { FormAttachments, LocalAttachment } from '@zhengna/contract/host/attachments.ts'
import type { HostReply } from '@zhengna/contract/host/index.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { attachmentFiles, wavOf } from '../support/attachment-files.ts'
import { openTestHost, type TestHost } from '../support/host.ts'
import { signIn } from '../support/raw-api.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let host: TestHost
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.remove())
beforeEach(async () => {
  host = await openTestHost('taxpayer', server.url)
  await host.signIn('nsr001')
})
afterEach(() => host.remove())

const MEGABYTE = 1024 * 1024
const form = { formKey: 'leave-message' }
/** Different bytes each time, so that none is there already. */
let made = 0
function recording(sizeBytes: number): Buffer {
  const bytes = wavOf(sizeBytes)
  made += 1
  bytes.writeUInt32LE(made, 44)
  return bytes
}

async function add(name: string, bytes: Uint8Array, formKey = form.formKey): Promise<AttachmentId> {
  let attachmentId: AttachmentId | null = null
  for (let offset = 0; offset < bytes.length || offset === 0; offset += limits.uploadPieceMaxBytes) {
    const piece = Buffer.from(bytes.subarray(offset, offset + limits.uploadPieceMaxBytes)).toString('base64')
    const added: HostReply<'attachments.add'> = await host.ask('attachments.add', {
      formKey,
      attachmentId,
      name,
      sizeBytes: bytes.length,
      offset,
      bytes: piece,
    })
    attachmentId = added.attachmentId
  }
  return attachmentId!
}
const states = ({ files }: FormAttachments): LocalAttachment['state'][] => files.map(({ state }) => state)
const list = () => host.ask('attachments.list', form)
/** The last files that were told of, once they satisfy. */
const when = (satisfies: (files: readonly LocalAttachment[]) => boolean): Promise<FormAttachments> =>
  host.heard('attachments.changed', ({ files }) => satisfies(files))
const allUploaded = (count: number) => when((files) => files.length === count && files.every(({ state }) => state === 'uploaded'))
const onDisk = (kind: 'chosen' | 'fetched'): string[] => readdirSync(join(host.dataDir, 'people', 'nsr001.attachments', kind))
async function onServer(id: AttachmentId): Promise<Buffer | null> {
  const { accessToken } = await signIn(server.url, 'nsr001')
  const response = await fetch(new URL(`/api/attachments/${id}/content`, server.url), {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  return response.ok ? Buffer.from(await response.arrayBuffer()) : null
}

describe('a file', () => {
  it('is chosen first, goes up when that is asked for, and is then on this machine no more', async () => {
    const id = await add('截图.png', attachmentFiles.png)
    expect((await list()).files).toEqual([
      { id, name: '截图.png', sizeBytes: attachmentFiles.png.length, state: 'chosen', sentBytes: 0, failure: null },
    ])
    expect(onDisk('chosen')).toEqual([id])
    expect(await onServer(id)).toBeNull()
    await host.ask('attachments.upload', form)
    await allUploaded(1)
    expect(await onServer(id)).toEqual(attachmentFiles.png)
    expect(onDisk('chosen')).toEqual([])
    expect((await host.ask('attachments.submitted', form)).files).toEqual([])
    expect(await onServer(id)).toEqual(attachmentFiles.png)
  })

  it('of 20 megabytes passes in pieces', async () => {
    const bytes = recording(limits.attachmentMaxBytes - 44)
    const id = await add('长录音.wav', bytes)
    await host.ask('attachments.upload', form)
    await allUploaded(1)
    expect((await onServer(id))?.equals(bytes)).toBe(true)
  })

  it.each<[string, string, Uint8Array, string]>([
    ['an end that is none of the list', 'a.exe', Buffer.from('MZ'), 'ATTACHMENT_TYPE_REFUSED'],
    ['the content of another kind', 'a.jpg', attachmentFiles.png, 'ATTACHMENT_TYPE_REFUSED'],
    ['a program inside', 'a.docx', Buffer.from('MZ\u0090'), 'ATTACHMENT_TYPE_REFUSED'],
    ['nothing in it', 'a.txt', Buffer.alloc(0), 'ATTACHMENT_EMPTY'],
  ])('with %s is refused at the desktop, and nothing is kept', async (_, name, bytes, code) => {
    await expect(add(name, bytes)).rejects.toThrow(code)
    expect((await list()).files).toEqual([])
    expect(onDisk('chosen')).toEqual([])
  })

  it('past the largest size is refused before it is taken in, with the rule', async () => {
    const sizeBytes = limits.attachmentMaxBytes + 1
    const told = await host.tryAsk('attachments.add', { ...form, attachmentId: null, name: 'a.mp4', sizeBytes, offset: 0, bytes: 'AAAA' })
    expect(told).toMatchObject({ ok: false, error: { code: 'ATTACHMENT_TOO_LARGE', message: '每份附件不能超过 20 兆字节。' } })
    expect(onDisk('chosen')).toEqual([])
  })

  it('is one of ten of a form at most; another form has its own', async () => {
    for (let count = 0; count < limits.attachmentsMax; count += 1) await add(`${count}.txt`, attachmentFiles.txt)
    await expect(add('更多.txt', attachmentFiles.txt)).rejects.toThrow('ATTACHMENT_FORM_FULL')
    await add('另.txt', attachmentFiles.txt, 'appointment')
    expect((await host.ask('attachments.list', { formKey: 'appointment' })).files).toHaveLength(1)
  })

  it('whose pieces do not follow each other is begun anew', async () => {
    const piece = { ...form, name: 'a.pdf', sizeBytes: 100, bytes: 'JVBERi0=' }
    const { attachmentId } = await host.ask('attachments.add', { ...piece, attachmentId: null, offset: 0 })
    for (const offset of [0, 4, 6])
      expect(await host.tryAsk('attachments.add', { ...piece, attachmentId, offset })).toMatchObject({
        error: { code: 'ATTACHMENT_NOT_FOUND' },
      })
    await host.reopen()
    expect(onDisk('chosen')).toEqual([])
  })

  it('has a name that the server takes', async () => {
    const id = await add(`..\\${'长'.repeat(300)}\u202egnp.pdf`, attachmentFiles.pdf)
    await host.ask('attachments.upload', form)
    const [file] = (await allUploaded(1)).files
    expect(file).toMatchObject({ id, state: 'uploaded', name: expect.stringMatching(/^\.\._长+\.pdf$/) as string })
    expect(file?.name).toHaveLength(limits.attachmentNameMaxLength)
  })
})

describe('a line', () => {
  it('that is lost pauses what is under way; it goes on when it is back, also after a restart of the host', async () => {
    const bytes = recording(19 * MEGABYTE)
    const id = await add('录音.wav', bytes)
    await host.ask('attachments.upload', form)
    await when(([file]) => (file?.sentBytes ?? 0) > MEGABYTE)
    await server.stop()
    const [paused] = (await when(([file]) => file?.state === 'paused')).files
    expect(paused?.sentBytes).toBeGreaterThan(MEGABYTE)
    await host.reopen()
    expect((await list()).files).toMatchObject([{ id, state: 'paused' }])
    expect((await list()).files[0]?.sentBytes).toBeGreaterThan(MEGABYTE)
    await server.restart()
    await allUploaded(1)
    expect((await onServer(id))?.equals(bytes)).toBe(true)
  })

  it('carries two files at once, and the others after them', async () => {
    const sent = new Map<AttachmentId, Buffer>()
    for (let count = 0; count < 4; count += 1) {
      const bytes = recording(2 * MEGABYTE)
      sent.set(await add(`${count}.wav`, bytes), bytes)
    }
    let most = 0
    const watched = host.heard('attachments.changed', ({ files }) => {
      const underWay = files.filter(({ state, sentBytes }) => state === 'uploading' && sentBytes > 0)
      most = Math.max(most, underWay.length)
      return files.length === 4 && files.every(({ state }) => state === 'uploaded')
    })
    await host.ask('attachments.upload', form)
    await watched
    expect(most).toBe(2)
    for (const [id, bytes] of sent) expect((await onServer(id))?.equals(bytes)).toBe(true)
  })
})

describe('取消上传', () => {
  it('takes the file back to 待上传 under another id, and it can go up again', async () => {
    const bytes = recording(19 * MEGABYTE)
    const id = await add('录音.wav', bytes)
    await host.ask('attachments.upload', form)
    await when(([file]) => (file?.sentBytes ?? 0) > 0)
    const cancelled = await host.ask('attachments.cancel', { attachmentId: id })
    expect(cancelled.files).toMatchObject([{ name: '录音.wav', state: 'chosen', sentBytes: 0 }])
    const [file] = cancelled.files
    expect(file?.id).not.toBe(id)
    await host.ask('attachments.upload', form)
    await allUploaded(1)
    expect((await onServer(file!.id))?.equals(bytes)).toBe(true)
    expect(await onServer(id)).toBeNull()
  })

  it('of what is not under way is not found, or changes nothing', async () => {
    const id = await add('a.txt', attachmentFiles.txt)
    expect((await host.ask('attachments.cancel', { attachmentId: id })).files).toMatchObject([{ id, state: 'chosen' }])
    expect((await host.ask('attachments.retry', { attachmentId: id })).files).toMatchObject([{ id, state: 'chosen' }])
    await host.ask('attachments.remove', { attachmentId: id })
    for (const request of ['attachments.cancel', 'attachments.retry', 'attachments.remove'] as const)
      await expect(host.ask(request, { attachmentId: id })).rejects.toThrow('ATTACHMENT_NOT_FOUND')
  })
})

describe('what is removed', () => {
  const gone = async (id: AttachmentId): Promise<void> => {
    const { accessToken } = await signIn(server.url, 'nsr001')
    const address = new URL(`/api/attachments/${id}/content`, server.url)
    await expect
      .poll(async () => (await fetch(address, { headers: { authorization: `Bearer ${accessToken}` } })).status, { timeout: 10_000 })
      .toBe(404)
  }

  it('is gone here and at the server, one or a form’s all', async () => {
    const [one, other] = [await add('a.gif', attachmentFiles.gif), await add('b.pdf', attachmentFiles.pdf)]
    await host.ask('attachments.upload', form)
    await allUploaded(2)
    expect((await host.ask('attachments.remove', { attachmentId: one })).files).toMatchObject([{ id: other }])
    await gone(one)
    const third = await add('c.txt', attachmentFiles.txt)
    expect((await host.ask('attachments.discard', form)).files).toEqual([])
    await gone(other)
    expect(onDisk('chosen')).toEqual([])
    expect(await onServer(third)).toBeNull()
  })
})

it('what the server refuses fails with its sentence, and can be tried again', async () => {
  const id = await add('a.gif', attachmentFiles.gif)
  const { accessToken } = await signIn(server.url, 'nsr002')
  // Somebody else has the id: no honest machine does that.
  await fetch(new URL('/api/attachments', server.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id, name: 'a.gif', sizeBytes: 42 }),
  })
  await host.ask('attachments.upload', form)
  const failed = await when(([file]) => file?.state === 'failed')
  expect(failed.files[0]?.failure).toMatchObject({ code: 'ATTACHMENT_NOT_FOUND' })
  expect(states(await host.ask('attachments.retry', { attachmentId: id }))).toEqual(['uploading'])
  await host.ask('attachments.cancel', { attachmentId: id })
  await host.ask('attachments.upload', form)
  await allUploaded(1)
})

describe('an attachment of a record', () => {
  const uploaded = async (extension: RecordExtension): Promise<Attachment> => {
    const bytes = attachmentFiles[extension]
    const id = await add(`材料.${extension}`, bytes)
    await host.ask('attachments.upload', form)
    await allUploaded(1)
    await host.ask('attachments.submitted', form)
    return { id, name: `材料.${extension}`, extension, sizeBytes: bytes.length }
  }
  const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

  it('is brought to this machine, shown from there, and gone with the sign-out', async () => {
    const attachment = await uploaded('mp4')
    expect(host.attachment(attachment.id)).toBeNull()
    const { address } = await host.ask('attachments.fetch', { attachment })
    expect(address).toBe(`/attachments/${attachment.id}`)
    const served = host.attachment(attachment.id)
    expect(served?.headers).toMatchObject({ 'content-type': 'video/mp4', 'content-security-policy': "default-src 'none'; sandbox" })
    expect(digest(readFileSync(served!.path))).toBe(digest(attachmentFiles.mp4))
    await server.stop()
    expect(await host.ask('attachments.fetch', { attachment })).toEqual({ address })
    await server.restart()
    await host.ask('session.signOut', {})
    expect(host.attachment(attachment.id)).toBeNull()
    expect(() => onDisk('fetched')).toThrow('ENOENT')
  })

  it('that is not theirs, or with no line, is not brought', async () => {
    const attachment = await uploaded('gif')
    const other = await openTestHost('taxpayer', server.url)
    await other.signIn('nsr002')
    expect(await other.tryAsk('attachments.fetch', { attachment })).toMatchObject({ error: { code: 'ATTACHMENT_NOT_FOUND' } })
    await other.remove()
    await server.stop()
    expect(await host.tryAsk('attachments.fetch', { attachment })).toMatchObject({ error: { code: 'HOST_OFFLINE' } })
    await server.restart()
    expect(onDisk('fetched')).toEqual([])
  })
})
