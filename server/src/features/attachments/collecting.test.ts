// What nobody will ask for is removed, by the clock; what somebody is about to need is not.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachmentFiles } from '../../../../test/support/attachment-files.ts'
import { newAttachmentId, openAttachmentStand, type AttachmentStand } from '../../../../test/support/attachments.ts'
import { codeOf } from '../../../../test/support/desk.ts'

const HOUR_MS = 3_600_000
const { gif, pdf } = attachmentFiles
let stand: AttachmentStand
beforeEach(async () => void (stand = await openAttachmentStand()))
afterEach(() => stand.close())

const later = async (hours: number): Promise<void> => {
  stand.clock.advance(hours * HOUR_MS)
  await stand.attachments.collect()
}
const isThere = async (id: Parameters<AttachmentStand['contentOf']>[1]): Promise<boolean> =>
  (await codeOf(stand.contentOf(stand.taxpayer, id)).catch(() => null)) === null

describe('what was never submitted', () => {
  it('is kept for a day, whole or on its way, and then removed with its bytes', async () => {
    await stand.upload('a.gif', gif)
    const id = newAttachmentId()
    await stand.attachments.begin(stand.taxpayer, { id, name: 'b.pdf', sizeBytes: pdf.length })
    await stand.attachments.receive(stand.taxpayer, id, 0, pdf.subarray(0, 9))
    await later(23.9)
    expect([stand.kept(), stand.arriving()]).toMatchObject([{ length: 1 }, [id]])
    await later(0.2)
    expect([stand.kept(), stand.arriving()]).toEqual([[], []])
    expect(await codeOf(stand.attachments.receive(stand.taxpayer, id, 9, pdf.subarray(9)))).toBe('ATTACHMENT_NOT_FOUND')
  })

  it('counts from the last piece', async () => {
    const id = newAttachmentId()
    await stand.attachments.begin(stand.taxpayer, { id, name: 'b.pdf', sizeBytes: pdf.length })
    await later(23)
    await stand.attachments.receive(stand.taxpayer, id, 0, pdf.subarray(0, 9))
    await later(23)
    expect(await stand.attachments.receive(stand.taxpayer, id, 9, pdf.subarray(9))).toMatchObject({ isUploaded: true })
  })
})

it('what was submitted is kept', async () => {
  const { attachment } = await stand.upload('a.gif', gif)
  await stand.attach(stand.taxpayer, [attachment.id], { kind: 'leave-message', recordId: 'one' })
  await later(24 * 400)
  expect(await stand.contentOf(stand.taxpayer, attachment.id)).toEqual(gif)
})

describe('a content', () => {
  it('goes when the last attachment that has it is gone', async () => {
    const [first, second] = [await stand.upload('a.gif', gif), await stand.upload('b.gif', gif)]
    await stand.attachments.remove(stand.taxpayer, first.attachment.id)
    await later(2)
    expect(await isThere(second.attachment.id)).toBe(true)
    await stand.attachments.remove(stand.taxpayer, second.attachment.id)
    await later(2)
    expect(stand.kept()).toEqual([])
  })

  it('is whole for whoever uploads it while it is collected, whichever comes first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { attachment } = await stand.upload('a.gif', gif)
      await stand.attachments.remove(stand.taxpayer, attachment.id)
      stand.clock.advance(2 * HOUR_MS)
      const [again] = await Promise.all([
        stand.upload('b.gif', gif),
        Promise.resolve().then(async () => {
          for (let turn = 0; turn < round; turn += 1) await stand.database.reader.selectFrom('attachments').select('id').execute()
          await stand.attachments.collect()
        }),
      ])
      expect(await stand.contentOf(stand.taxpayer, again.attachment.id)).toEqual(gif)
      await stand.attachments.remove(stand.taxpayer, again.attachment.id)
    }
  })

  it('that was put and not pointed to, as by a crash between, is left for an hour: the upload may yet be finished', async () => {
    let isFull = true
    const full = await openAttachmentStand((genuine) => ({
      ...genuine,
      put: async (sha256, file) => {
        await genuine.put(sha256, file)
        if (isFull) throw new Error('the process was killed')
      },
    }))
    const id = newAttachmentId()
    await expect(full.upload('a.gif', gif, full.taxpayer, id)).rejects.toThrow('killed')
    await full.attachments.collect()
    expect(full.kept()).toHaveLength(1)
    isFull = false
    expect(await full.upload('a.gif', gif, full.taxpayer, id)).toMatchObject({ isUploaded: true })
    expect(await full.contentOf(full.taxpayer, id)).toEqual(gif)
    await full.close()
  })
})

it('a file on its way that belongs to nobody goes, whatever left it there', async () => {
  writeFileSync(join(stand.folder, 'uploads', newAttachmentId()), 'x')
  await stand.attachments.collect()
  expect(stand.arriving()).toEqual([])
})
