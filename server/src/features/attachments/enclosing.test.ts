// Pictures and files of a talk on a real store: whose they are, what is kept of them, and for how long.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AttachmentId, MessageId } from '@zhengna/contract/ids.ts'
import { attachmentFiles } from '../../../../test/support/attachment-files.ts'
import { newAttachmentId, openAttachmentStand, type AttachmentStand } from '../../../../test/support/attachments.ts'
import { codeOf } from '../../../../test/support/desk.ts'
import { locatedPicture, PLACE } from '../../../../test/support/located-pictures.ts'
import { newMessageId } from '../../../../test/support/raw-line.ts'
import { talkFile, talkPicture } from '../../../../test/support/talk-files.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { enclosing } from './enclosing.ts'

let stand: AttachmentStand
beforeAll(async () => void (stand = await openAttachmentStand()))
afterAll(() => stand.close())

const upload = async (name: string, bytes: Uint8Array, caller = stand.taxpayer): Promise<AttachmentId> =>
  (await stand.upload(name, bytes, caller, newAttachmentId(), 'talk')).attachment.id
const bodyOf = (caller: Caller, id: AttachmentId) => enclosing.bodyOf(stand.database.reader, caller.personId, id)
async function enclose(id: AttachmentId, messageId: MessageId): Promise<void> {
  const body = (await bodyOf(stand.taxpayer, id))!
  await stand.database.write((trx) => enclosing.enclose(trx, body, messageId))
}

describe('a picture', () => {
  it('is kept without the place it was taken at, and so is what is shown of it', async () => {
    const bytes = await locatedPicture('jpg')
    const id = await upload('门头.jpg', bytes)
    const kept = await stand.contentOf(stand.taxpayer, id)
    expect(kept.length).toBe(bytes.length)
    expect(kept.includes(PLACE)).toBe(false)
    expect(await bodyOf(stand.taxpayer, id)).toMatchObject({ kind: 'picture', size: { width: 40, height: 60 } })
  })

  it('that is on its way again after it was whole is whole', async () => {
    const bytes = await locatedPicture('png')
    const id = await upload('二.png', bytes)
    expect((await stand.attachments.begin(stand.taxpayer, { id, name: '二.png', sizeBytes: bytes.length, use: 'talk' })).isUploaded).toBe(
      true,
    )
  })

  it('that nobody can open is refused by its name, and nothing of it is left', async () => {
    const bytes = await talkPicture('png')
    bytes.writeUInt32BE(60_000, 16)
    bytes.writeUInt32BE(60_000, 20)
    expect(await codeOf(upload('大.png', bytes))).toBe('TALK_PICTURE_UNREADABLE')
    expect(stand.arriving()).toEqual([])
  })

  it('is collected with what is shown of it when it was never sent, and both stay when it was', async () => {
    const before = stand.kept()
    const lost = await upload('没发.xbm', await talkPicture('xbm'))
    const sent = await upload('发了.jpg', await talkPicture('jpg'))
    await enclose(sent, newMessageId())
    const added = stand.kept().filter((hash) => !before.includes(hash))
    expect(added).toHaveLength(4)
    stand.clock.advance(26 * 3_600_000)
    await stand.attachments.collect()
    expect(await bodyOf(stand.taxpayer, lost)).toBeNull()
    stand.clock.advance(2 * 3_600_000)
    await stand.attachments.collect()
    expect(stand.kept().filter((hash) => added.includes(hash))).toHaveLength(2)
    expect((await stand.attachments.openDisplay(stand.taxpayer, sent)).sizeBytes).toBeGreaterThan(0)
  })
})

describe('can be sent', () => {
  it('once, by whoever uploaded it', async () => {
    const id = await upload('一.pdf', await talkFile('pdf'))
    expect(await bodyOf(stand.other, id)).toBeNull()
    expect(await bodyOf(stand.taxpayer, id)).toMatchObject({ kind: 'file', attachment: { id, name: '一.pdf' } })
    await enclose(id, newMessageId())
    expect(await bodyOf(stand.taxpayer, id)).toBeNull()
  })

  it('in a talk what was uploaded for one, and with a record what was uploaded for that', async () => {
    const forRecord = (await stand.upload('二.pdf', attachmentFiles.pdf)).attachment.id
    expect(await bodyOf(stand.taxpayer, forRecord)).toBeNull()
    const forTalk = await upload('三.pdf', await talkFile('pdf'))
    expect(await codeOf(stand.attach(stand.taxpayer, [forTalk], { kind: 'leave-message', recordId: 'l1' }))).toBe('ATTACHMENT_NOT_FOUND')
  })

  it('only what is whole', async () => {
    const id = newAttachmentId()
    await stand.attachments.begin(stand.taxpayer, { id, name: '半.pdf', sizeBytes: 500, use: 'talk' })
    expect(await bodyOf(stand.taxpayer, id)).toBeNull()
  })
})
