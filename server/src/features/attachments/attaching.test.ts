// Attaching to a record, and who may read then.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { attachmentFiles } from '../../../../test/support/attachment-files.ts'
import { newAttachmentId, openAttachmentStand, type AttachmentStand } from '../../../../test/support/attachments.ts'
import { codeOf, sentenceOf } from '../../../../test/support/desk.ts'

let stand: AttachmentStand
beforeEach(async () => void (stand = await openAttachmentStand()))
afterEach(() => stand.close())

const record = { kind: 'leave-message', recordId: 'first' } as const
const uploaded = async (name: string, caller = stand.taxpayer): Promise<AttachmentId> =>
  (await stand.upload(name, attachmentFiles.txt, caller)).attachment.id
const attach = (ids: readonly AttachmentId[], recordId = 'first') => stand.attach(stand.taxpayer, ids, { kind: 'leave-message', recordId })
const namesOf = async (recordId = 'first') =>
  ((await stand.attachments.of(stand.database.reader, 'leave-message', [recordId])).get(recordId) ?? []).map(({ name }) => name)

describe('attachments of a record', () => {
  it('keep the order they were given, also when more are added later', async () => {
    const [a, b, c] = [await uploaded('a.txt'), await uploaded('b.txt'), await uploaded('c.txt')]
    await attach([c, a])
    await attach([b])
    expect(await namesOf()).toEqual(['c.txt', 'a.txt', 'b.txt'])
  })

  it('are attached once, however often it is said', async () => {
    const [a, b] = [await uploaded('a.txt'), await uploaded('b.txt')]
    await attach([a, b, a])
    await attach([a, b])
    expect(await namesOf()).toEqual(['a.txt', 'b.txt'])
  })

  it('are told for many records at once, and only of the kind asked for', async () => {
    const [a, b, c] = [await uploaded('a.txt'), await uploaded('b.txt'), await uploaded('c.txt')]
    await attach([a])
    await attach([b], 'second')
    await stand.attach(stand.taxpayer, [c], { kind: 'appointment', recordId: 'first' })
    const many = Array.from({ length: 2_500 }, (_, index) => `none-${index}`)
    const found = await stand.attachments.of(stand.database.reader, 'leave-message', ['first', ...many, 'second'])
    expect([...found].map(([id, attachments]) => [id, attachments.map(({ name }) => name)])).toEqual([
      ['first', ['a.txt']],
      ['second', ['b.txt']],
    ])
    expect(await stand.attachments.of(stand.database.reader, 'work-order', ['first'])).toEqual(new Map())
  })

  it('belong to one record alone, and to their uploader', async () => {
    const [mine, theirs] = [await uploaded('a.txt'), await uploaded('b.txt', stand.other)]
    await attach([mine])
    expect(await codeOf(attach([mine], 'second'))).toBe('ATTACHMENT_NOT_FOUND')
    expect(await codeOf(attach([theirs]))).toBe('ATTACHMENT_NOT_FOUND')
    expect(await codeOf(attach([newAttachmentId()]))).toBe('ATTACHMENT_NOT_FOUND')
    expect(await namesOf()).toEqual(['a.txt'])
  })

  it('are whole, or none is attached and the sentence names which is not', async () => {
    const whole = await uploaded('a.txt')
    const id = newAttachmentId()
    await stand.attachments.begin(stand.taxpayer, { id, name: '未传完.txt', sizeBytes: 10 })
    expect(await sentenceOf(attach([whole, id]))).toContain('“未传完.txt”尚未上传完成')
    expect(await namesOf()).toEqual([])
  })
})

describe('who may read', () => {
  it('is the uploader, before and after', async () => {
    const id = await uploaded('a.txt')
    expect(await stand.contentOf(stand.taxpayer, id)).toEqual(attachmentFiles.txt)
    await attach([id])
    expect(await stand.contentOf(stand.taxpayer, id)).toEqual(attachmentFiles.txt)
  })

  it('are others only where the record’s feature says so, asked with the record', async () => {
    const asked: string[] = []
    stand.attachments.letRead('leave-message', (caller, recordId) => {
      asked.push(recordId)
      return Promise.resolve(caller.personId === stand.agent.personId)
    })
    const id = await uploaded('a.txt')
    const read = (caller = stand.agent) => codeOf(stand.attachments.open(caller, id))
    expect(await read()).toBe('ATTACHMENT_NOT_FOUND')
    expect(asked).toEqual([])
    await attach([id])
    expect((await stand.attachments.open(stand.agent, id)).attachment.name).toBe('a.txt')
    expect(await read(stand.other)).toBe('ATTACHMENT_NOT_FOUND')
    expect(asked).toEqual(['first', 'first'])
  })

  it('is nobody else of a kind that nobody speaks for', async () => {
    const id = await uploaded('a.txt')
    await attach([id])
    expect(await codeOf(stand.attachments.open(stand.agent, id))).toBe('ATTACHMENT_NOT_FOUND')
  })

  it('is decided once for a kind', () => {
    const nobody = () => Promise.resolve(false)
    stand.attachments.letRead(record.kind, nobody)
    expect(() => stand.attachments.letRead(record.kind, nobody)).toThrow('leave-message')
  })
})
