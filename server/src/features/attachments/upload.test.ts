// Uploads: in pieces, cut and gone on with, refused for what they are, stored once.
import { appendFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordExtensions } from '@zhengna/contract/domain/attachment.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { attachmentFiles, wavOf } from '../../../../test/support/attachment-files.ts'
import { newAttachmentId, openAttachmentStand, type AttachmentStand } from '../../../../test/support/attachments.ts'
import { codeOf, sentenceOf } from '../../../../test/support/desk.ts'

let stand: AttachmentStand
beforeEach(async () => void (stand = await openAttachmentStand()))
afterEach(() => stand.close())

const MEGABYTE = 1024 * 1024
const begin = (name: string, sizeBytes: number, id = newAttachmentId()) => stand.attachments.begin(stand.taxpayer, { id, name, sizeBytes })
const send = (id: AttachmentId, offset: number, bytes: Uint8Array) => stand.attachments.receive(stand.taxpayer, id, offset, bytes)

describe('an upload', () => {
  it.each(recordExtensions)('of a %s arrives as it was', async (extension) => {
    const bytes = attachmentFiles[extension]
    const { attachment, isUploaded } = await stand.upload(`材料.${extension}`, bytes)
    expect(isUploaded).toBe(true)
    expect(attachment).toMatchObject({ name: `材料.${extension}`, extension, sizeBytes: bytes.length })
    expect(await stand.contentOf(stand.taxpayer, attachment.id)).toEqual(bytes)
    expect(stand.arriving()).toEqual([])
  })

  it('that is cut at 99 % goes on from there and is the same file', async () => {
    const bytes = wavOf(3 * MEGABYTE)
    const id = newAttachmentId()
    await begin('录音.wav', bytes.length, id)
    const almost = Math.floor(bytes.length * 0.99)
    for (let offset = 0; offset < almost;) {
      const progress = await send(id, offset, bytes.subarray(offset, Math.min(offset + limits.uploadPieceMaxBytes, almost)))
      expect(progress).toMatchObject({ isUploaded: false })
      offset = progress.receivedBytes
    }
    expect(await begin('录音.wav', bytes.length, id)).toMatchObject({ receivedBytes: almost, isUploaded: false })
    expect(await send(id, almost, bytes.subarray(almost))).toMatchObject({ receivedBytes: bytes.length, isUploaded: true })
    expect((await stand.contentOf(stand.taxpayer, id)).equals(bytes)).toBe(true)
  })

  it('leaves a piece alone that is for another place, and says where to go on', async () => {
    const bytes = attachmentFiles.xlsx
    const id = newAttachmentId()
    await begin('a.xlsx', bytes.length, id)
    await send(id, 0, bytes.subarray(0, 100))
    for (const offset of [0, 50, 99, 101, bytes.length])
      expect(await send(id, offset, Buffer.alloc(10, 7)), String(offset)).toMatchObject({ receivedBytes: 100, isUploaded: false })
    await send(id, 100, bytes.subarray(100))
    expect(await stand.contentOf(stand.taxpayer, id)).toEqual(bytes)
  })

  it('takes the same piece once, sent twice at once', async () => {
    const bytes = attachmentFiles.pdf
    const id = newAttachmentId()
    await begin('a.pdf', bytes.length, id)
    await Promise.all([send(id, 0, bytes.subarray(0, 9)), send(id, 0, bytes.subarray(0, 9))])
    expect(await begin('a.pdf', bytes.length, id)).toMatchObject({ receivedBytes: 9 })
    await send(id, 9, bytes.subarray(9))
    expect(await stand.contentOf(stand.taxpayer, id)).toEqual(bytes)
  })

  it('writes over what a crash left after what was acknowledged', async () => {
    const bytes = attachmentFiles.pdf
    const id = newAttachmentId()
    await begin('a.pdf', bytes.length, id)
    await send(id, 0, bytes.subarray(0, 9))
    appendFileSync(join(stand.folder, 'uploads', id), 'never acknowledged')
    expect(await send(id, 9, bytes.subarray(9))).toMatchObject({ isUploaded: true })
    expect(await stand.contentOf(stand.taxpayer, id)).toEqual(bytes)
  })

  it('goes on from what is left where the disk lost some of it', async () => {
    const bytes = attachmentFiles.pdf
    const id = newAttachmentId()
    await begin('a.pdf', bytes.length, id)
    await send(id, 0, bytes.subarray(0, 9))
    truncateSync(join(stand.folder, 'uploads', id), 4)
    expect(await begin('a.pdf', bytes.length, id)).toMatchObject({ receivedBytes: 4 })
    await send(id, 4, bytes.subarray(4))
    expect(await stand.contentOf(stand.taxpayer, id)).toEqual(bytes)
  })

  it('that is whole says so again, and takes no more', async () => {
    const { attachment } = await stand.upload('a.gif', attachmentFiles.gif)
    const { sizeBytes } = attachment
    const whole = { receivedBytes: sizeBytes, isUploaded: true }
    expect(await begin('a.gif', sizeBytes, attachment.id)).toMatchObject(whole)
    expect(await send(attachment.id, 0, attachmentFiles.gif)).toMatchObject(whole)
    expect(await send(attachment.id, sizeBytes, attachmentFiles.gif)).toMatchObject(whole)
  })

  it('of the same content twice at once is kept once', async () => {
    const bytes = wavOf(MEGABYTE)
    const uploaded = await Promise.all(['一.wav', '二.wav'].map((name) => stand.upload(name, bytes)))
    expect(stand.kept()).toHaveLength(1)
    for (const { attachment } of uploaded) expect((await stand.contentOf(stand.taxpayer, attachment.id)).equals(bytes)).toBe(true)
  })

  it('goes on where a crash came between keeping the content and saying so', async () => {
    const bytes = attachmentFiles.png
    const { attachment } = await stand.upload('a.png', bytes)
    await stand.database.write((trx) => trx.updateTable('attachments').set({ sha256: null }).execute())
    expect(await begin('a.png', bytes.length, attachment.id)).toMatchObject({ receivedBytes: 0, isUploaded: false })
    expect(await send(attachment.id, 0, bytes)).toMatchObject({ isUploaded: true })
    expect(stand.kept()).toHaveLength(1)
  })
})

describe('an upload is refused', () => {
  it('for its name’s end, with what it may be', async () => {
    for (const name of ['a.exe', 'a', 'a.png.svg', 'png'])
      expect(await sentenceOf(begin(name, 10))).toContain(
        'gif、jpg、png、wmv、rmvb、mp4、avi、wav、mp3、txt、doc、wps、docx、xls、xlsx、pdf、ofd',
      )
  })

  it('past the largest size, with how much it may be, and with nothing in it', async () => {
    expect(await sentenceOf(begin('a.mp4', limits.attachmentMaxBytes + 1))).toBe('每份附件不能超过 20 兆字节。')
    expect(await codeOf(begin('a.mp4', 0))).toBe('ATTACHMENT_EMPTY')
    expect(await begin('a.mp4', limits.attachmentMaxBytes)).toMatchObject({ receivedBytes: 0 })
  })

  it('for its content, and nothing of it is left', async () => {
    const id = newAttachmentId()
    expect(await codeOf(stand.upload('a.jpg', attachmentFiles.png, stand.taxpayer, id))).toBe('ATTACHMENT_TYPE_REFUSED')
    expect(stand.arriving()).toEqual([])
    expect(stand.kept()).toEqual([])
    expect(await codeOf(send(id, 0, attachmentFiles.png))).toBe('ATTACHMENT_NOT_FOUND')
  })

  it('where a piece is larger than one may be, or goes past the end', async () => {
    const id = newAttachmentId()
    await begin('a.mp4', limits.attachmentMaxBytes, id)
    expect(await codeOf(send(id, 0, Buffer.alloc(limits.uploadPieceMaxBytes + 1)))).toBe('REQUEST_INVALID')
    const short = newAttachmentId()
    await begin('a.mp4', 10, short)
    expect(await codeOf(send(short, 0, Buffer.alloc(11)))).toBe('REQUEST_INVALID')
    expect(stand.arriving()).toEqual([])
  })

  it('under somebody else’s id, or another file’s', async () => {
    const { attachment } = await stand.upload('a.gif', attachmentFiles.gif, stand.other)
    const taken = { ...attachment, sizeBytes: attachmentFiles.gif.length }
    expect(await codeOf(stand.attachments.begin(stand.taxpayer, taken))).toBe('ATTACHMENT_NOT_FOUND')
    expect(await codeOf(send(attachment.id, 0, attachmentFiles.gif))).toBe('ATTACHMENT_NOT_FOUND')
    expect(await codeOf(stand.attachments.begin(stand.other, { ...taken, name: 'b.gif' }))).toBe('REQUEST_INVALID')
    expect(await codeOf(stand.attachments.begin(stand.other, { ...taken, sizeBytes: 7 }))).toBe('REQUEST_INVALID')
  })

  it('from one who has too many that were never submitted', async () => {
    for (let count = 0; count < limits.attachmentsUnsubmittedMax; count += 1) await begin(`${count}.txt`, 5)
    expect(await codeOf(begin('更多.txt', 5))).toBe('ATTACHMENT_TOO_MANY')
    expect(await stand.upload('a.gif', attachmentFiles.gif, stand.other)).toMatchObject({ isUploaded: true })
  })
})

describe('taking one back', () => {
  it('is possible on its way and when it is whole, once', async () => {
    const id = newAttachmentId()
    await begin('a.pdf', 100, id)
    await send(id, 0, Buffer.from('%PDF-'))
    await stand.attachments.remove(stand.taxpayer, id)
    expect(stand.arriving()).toEqual([])
    const { attachment } = await stand.upload('a.gif', attachmentFiles.gif)
    await stand.attachments.remove(stand.taxpayer, attachment.id)
    expect(await codeOf(stand.attachments.open(stand.taxpayer, attachment.id))).toBe('ATTACHMENT_NOT_FOUND')
    expect(await codeOf(stand.attachments.remove(stand.taxpayer, attachment.id))).toBe('ATTACHMENT_NOT_FOUND')
  })

  it('is not possible for others, nor once it is submitted', async () => {
    const { attachment } = await stand.upload('a.gif', attachmentFiles.gif)
    expect(await codeOf(stand.attachments.remove(stand.other, attachment.id))).toBe('ATTACHMENT_NOT_FOUND')
    await stand.attach(stand.taxpayer, [attachment.id], { kind: 'appointment', recordId: 'one' })
    expect(await sentenceOf(stand.attachments.remove(stand.taxpayer, attachment.id))).toContain('a.gif')
    expect(await stand.contentOf(stand.taxpayer, attachment.id)).toEqual(attachmentFiles.gif)
  })
})
