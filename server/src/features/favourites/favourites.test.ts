// 我的收藏: kept as given, the last toggle pressed holds, and every device can learn what it missed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { anArticle } from '../../../../test/support/articles.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { newMessageId } from '../../../../test/support/raw-line.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { BusEvents } from '../../platform/bus/bus.ts'

let published = [anArticle('deed-tax'), anArticle('stamp-duty')]
let stand: JournalStand
let person: Caller
let conversationId: ConversationId

beforeEach(async () => {
  published = [anArticle('deed-tax'), anArticle('stamp-duty')]
  stand = await openJournalStand({ articles: () => published })
  person = await stand.taxpayer()
})
afterEach(() => stand.close())

/** The message after the one just sent. */
const answerTo = async (text: string, articleId?: string): Promise<MessageId> => {
  const stored = await stand.journal.submit(draftOf(person, text, { ...(articleId && { articleId: articleId as ArticleId }) }))
  if (!stored.ok) throw new Error(stored.code)
  conversationId = stored.conversationId
  const rows = await stand.stored(conversationId)
  return rows.find(({ seq }) => seq === stored.seq + 1)!.id as MessageId
}
const now = () => stand.clock.now()
const later = () => {
  stand.clock.advance(1_000)
  return now()
}
const keep = (id: MessageId, at = later(), who = person) => stand.favourites.keep(who, id, at)
const drop = (id: MessageId, at = later(), who = person) => stand.favourites.drop(who, id, at)
const list = (search = '', page = 1, pageSize = 20) => stand.favourites.list(person, { search, page, pageSize })
const asked = async (search = '') => (await list(search)).items.map((favourite) => favourite.asked)

describe('a kept answer', () => {
  it('is what was given, with what was asked, whatever becomes of its article', async () => {
    const id = await answerTo('买房要交多少税', 'deed-tax')
    const keptAt = later()
    const { favourite } = await keep(id, keptAt)
    const given = (await stand.stored(conversationId)).find((row) => row.id === id)!
    published = [anArticle('deed-tax', { version: 2 })]
    await answerTo('再问', 'deed-tax')
    expect(favourite).toMatchObject({ messageId: id, asked: '买房要交多少税', keptAt, answer: { papers: { version: 1 } } })
    expect((await list()).items).toEqual([favourite])
    expect((JSON.parse(given.body) as { answer: unknown }).answer).toEqual(favourite?.answer)
  })

  it('is kept once, however often it is told', async () => {
    const id = await answerTo('问', 'deed-tax')
    const at = later()
    const first = await keep(id, at)
    expect(await keep(id, at)).toEqual(first)
    expect((await Promise.all([keep(id, at), keep(id, at)])).map(({ revision }) => revision)).toEqual([1, 1])
    expect((await list()).total).toBe(1)
  })

  it('is kept no longer once it is dropped, and can be kept again', async () => {
    const id = await answerTo('问', 'deed-tax')
    await keep(id)
    expect(await drop(id)).toMatchObject({ revision: 2, favourite: null })
    expect(await list()).toEqual({ items: [], total: 0 })
    expect(await keep(id)).toMatchObject({ revision: 3, favourite: { asked: '问' } })
    expect((await list()).total).toBe(1)
  })

  it('is a direct answer of one’s own, no hint, small talk, question or somebody else’s', async () => {
    const hint = await answerTo('今天晚上吃什么菜比较好')
    const [question] = await stand.stored(conversationId)
    const direct = await answerTo('问', 'deed-tax')
    for (const id of [hint, question!.id as MessageId, newMessageId(), await answerTo('你好')])
      await expect(keep(id)).rejects.toThrow('FAVOURITE_ANSWER_NOT_FOUND')
    const stranger = await stand.taxpayer()
    await expect(keep(direct, later(), stranger)).rejects.toThrow('FAVOURITE_ANSWER_NOT_FOUND')
    await expect(drop(direct, later(), stranger)).rejects.toThrow('FAVOURITE_ANSWER_NOT_FOUND')
  })
})

describe('of two devices', () => {
  it('the toggle pressed last holds, whichever is told first', async () => {
    const id = await answerTo('问', 'deed-tax')
    const [early, late] = [later(), later()]
    await keep(id, late)
    expect(await drop(id, early)).toMatchObject({ revision: 1, favourite: { asked: '问' } })
    const other = await answerTo('问', 'stamp-duty')
    await drop(other, later())
    expect(await keep(other, early)).toMatchObject({ favourite: null })
  })

  it('a toggle pressed between two that keep comes too late', async () => {
    const id = await answerTo('问', 'deed-tax')
    const [first, between, last] = [later(), later(), later()]
    const kept = await keep(id, first)
    expect(await keep(id, last)).toEqual({ ...kept, toggledAt: last })
    expect((await drop(id, between)).favourite).not.toBeNull()
    expect((await list()).items[0]?.keptAt).toBe(first)
  })

  it('one whose clock is ahead does not outlast everybody', async () => {
    const id = await answerTo('问', 'deed-tax')
    expect((await keep(id, now() + 86_400_000)).toggledAt).toBeLessThanOrEqual(now())
    expect((await drop(id)).favourite).toBeNull()
  })

  it('each hears of a toggle after the commit, and of one that changed nothing not at all', async () => {
    const told: BusEvents['favourite.toggled'][] = []
    stand.bus.subscribe('favourite.toggled', (toggle) => told.push(toggle))
    const id = await answerTo('问', 'deed-tax')
    const change = await keep(id)
    await keep(id, change.toggledAt)
    await drop(id, change.toggledAt - 1)
    expect(told).toEqual([{ personId: person.personId, change }])
  })

  it('what was missed comes by revision, the last toggle of each answer, in pages', async () => {
    const ids = [await answerTo('一', 'deed-tax'), await answerTo('二', 'stamp-duty'), await answerTo('三', 'deed-tax')]
    for (const id of ids) await keep(id)
    await drop(ids[0]!)
    expect(await stand.favourites.standing(person.personId)).toBe(4)
    const { changes, revision } = await stand.favourites.changes(person, 1)
    expect(revision).toBe(4)
    expect(changes.map((change) => [change.messageId, change.revision, change.favourite?.asked ?? null])).toEqual([
      [ids[1], 2, '二'],
      [ids[2], 3, '三'],
      [ids[0], 4, null],
    ])
    const stranger = await stand.taxpayer()
    expect(await stand.favourites.changes(stranger, 0)).toEqual({ changes: [], revision: 0 })
    expect(await stand.favourites.standing(stranger.personId)).toBe(0)
  })
})

describe('the list', () => {
  it('has the last kept first, in pages, and is found in part', async () => {
    for (const text of ['契税怎么算', '印花税 100% 怎么算', '车船税_年']) await keep(await answerTo(text, 'deed-tax'))
    expect(await asked()).toEqual(['车船税_年', '印花税 100% 怎么算', '契税怎么算'])
    expect(await list('', 2, 2)).toMatchObject({ items: [{ asked: '契税怎么算' }], total: 3 })
    expect(await asked(' 怎么算 ')).toEqual(['印花税 100% 怎么算', '契税怎么算'])
  })

  it('takes % and _ for what they are', async () => {
    for (const text of ['印花税 100% 怎么算', '车船税_年']) await keep(await answerTo(text, 'deed-tax'))
    expect(await asked('100%')).toEqual(['印花税 100% 怎么算'])
    expect(await asked('%')).toEqual(['印花税 100% 怎么算'])
    expect(await asked('税_')).toEqual(['车船税_年'])
    expect(await asked('\\')).toEqual([])
  })
})

it('full says so with its limit, until one is dropped', async () => {
  const id = await answerTo('问', 'deed-tax')
  await keep(id)
  const other = await answerTo('再问', 'stamp-duty')
  const row = await stand.database.reader.selectFrom('favourites').selectAll().executeTakeFirstOrThrow()
  const others = Array.from({ length: limits.favouritesMax - 1 }, (_, n) => ({ ...row, message_id: newMessageId(), revision: n + 2 }))
  await stand.database.write((trx) => trx.insertInto('favourites').values(others).execute())
  await expect(keep(other)).rejects.toThrow('最多收藏 500 条答复')
  await drop(id)
  expect((await keep(other)).favourite).not.toBeNull()
})
