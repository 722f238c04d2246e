// Notices of a person: newest first, by kind, counted, read once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notice, NoticeKind } from '@zhengna/contract/domain/notice.ts'
import type { NoticeId } from '@zhengna/contract/ids.ts'
import { openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { BusEvents } from '../../platform/bus/bus.ts'

let stand: JournalStand
let person: Caller

beforeEach(async () => {
  stand = await openJournalStand()
  person = await stand.taxpayer()
})
afterEach(() => stand.close())

const tell = (name: string, people = [person], kind: NoticeKind = 'info'): Promise<number> =>
  stand.database.write((trx, after) =>
    stand.notices.tell(
      trx,
      after,
      people.map(({ personId }) => personId),
      { kind, subject: 'answer-corrected', title: name, text: name, link: null, dedupeKey: name },
      stand.clock.now(),
    ),
  )
const list = (who = person, range: { kind?: NoticeKind; before?: NoticeId; limit?: number } = {}) =>
  stand.notices.list(who, { kind: range.kind, before: range.before, limit: range.limit ?? 20 })
const titles = (notices: readonly Notice[]): string[] => notices.map(({ title }) => title)

it('come newest first, in pages, without one missing or twice', async () => {
  for (let count = 1; count <= 7; count += 1) await tell(`第${count}条`)
  const seen: string[] = []
  for (let before: NoticeId | undefined; ;) {
    const { notices } = await list(person, { limit: 3, ...(before && { before }) })
    seen.push(...titles(notices))
    before = notices.at(-1)?.id
    if (notices.length < 3) break
  }
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((count) => `第${count}条`))
})

it('of one kind come alone, and both kinds are counted', async () => {
  await tell('待办', [person], 'todo')
  await tell('消息一')
  await tell('消息二')
  expect(titles((await list(person, { kind: 'todo' })).notices)).toEqual(['待办'])
  expect(await list(person, { kind: 'info' })).toMatchObject({ unread: { todo: 1, info: 2 } })
})

it('are told to 2,500 people at once, past the store’s limits, each once', async () => {
  const office = await stand.office()
  const people = [person, ...(await Promise.all(Array.from({ length: 20 }, () => stand.taxpayer(office))))]
  expect(await tell('公告', people)).toBe(21)
  expect(await tell('公告', people)).toBe(0)
  const same = Array.from({ length: 2_500 }, () => person)
  expect(await tell('一次', same)).toBe(1)
})

it('are pushed after the commit, with what is unread then', async () => {
  const pushed: BusEvents['notice.changed'][] = []
  stand.bus.subscribe('notice.changed', (told) => pushed.push(told))
  await tell('一')
  await tell('二')
  expect(pushed.map(({ personId, notice, unread }) => [personId, notice.title, unread.info])).toEqual([
    [person.personId, '一', 1],
    [person.personId, '二', 2],
  ])
})

it('stand as newest and unread, and as nothing where there are none', async () => {
  expect(await stand.notices.standing(person.personId)).toEqual({ newest: null, unread: { todo: 0, info: 0 }, withdrawnAt: null })
  await tell('一')
  await tell('二')
  const [newest] = (await list()).notices
  expect(await stand.notices.standing(person.personId)).toEqual({ newest: newest?.id, unread: { todo: 0, info: 2 }, withdrawnAt: null })
})

describe('reading', () => {
  it('lowers the count, is pushed, and once more changes nothing', async () => {
    await tell('一')
    await tell('二')
    const [newest] = (await list()).notices
    const pushed: BusEvents['notice.changed'][] = []
    stand.bus.subscribe('notice.changed', (told) => pushed.push(told))
    const first = await stand.notices.read(person, newest!.id)
    expect(first).toMatchObject({ notice: { id: newest!.id }, unread: { todo: 0, info: 1 } })
    expect(first.notice.readAt).not.toBeNull()
    stand.clock.advance(60_000)
    expect(await stand.notices.read(person, newest!.id)).toEqual(first)
    expect(pushed).toEqual([{ personId: person.personId, ...first }])
  })

  it('somebody else’s is not possible, nor what does not exist', async () => {
    await tell('一')
    const [notice] = (await list()).notices
    const stranger = await stand.taxpayer()
    await expect(stand.notices.read(stranger, notice!.id)).rejects.toThrow('NOTICE_NOT_FOUND')
    await expect(stand.notices.read(person, crypto.randomUUID() as NoticeId)).rejects.toThrow('NOTICE_NOT_FOUND')
    expect((await list(stranger)).notices).toEqual([])
    expect((await list()).unread.info).toBe(1)
  })
})
