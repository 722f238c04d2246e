// The filter in the journal: what is stored, what is refused, what is counted.
import { normaliseQuery } from '@zhengna/answering/text/normalise.ts'
import type { GuardWordContent } from '@zhengna/contract/domain/guard-desk.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anArticle } from '../../../../test/support/articles.ts'
import { hitsIn, wordContent } from '../../../../test/support/guard.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import { newMessageId } from '../../../../test/support/raw-line.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Draft, Stored } from '../conversations/draft.ts'
import { createPolicyDesk } from './policy.service.ts'
import { createWordsDesk } from './words.service.ts'

const admin = { personId: 'admin001' as never }
const articles = [anArticle('plain', { parts: [{ type: 'text', markdown: '可以办理。不要相信弄死你之类的威胁。' }] })]
let stand: JournalStand & { folder: string }
let taxpayer: Caller
let agent: Caller

beforeEach(async () => {
  stand = await openJournalStand({ articles: () => articles })
  taxpayer = await stand.taxpayer()
  agent = await stand.agent()
  await keep('傻逼')
  await keep('弄死你', { category: 'threat' })
  await keep('毕业证…加微信', { category: 'other' })
  await keep('爱办不办', { category: 'other', direction: 'out' })
})
afterEach(() => stand.close())

const parts = () => ({ ...stand, holder: stand.guard, knowledge: { snapshot: () => ({ articles: [] }) as never } })
const keep = (word: string, change: Partial<GuardWordContent> = {}) => createWordsDesk(parts()).add(admin, wordContent(word, change), true)
const say = (caller: Caller, text: string, change: Partial<Draft> = {}): Promise<Stored> =>
  stand.journal.submit(draftOf(caller, text, change))
const serve = async (): Promise<ConversationId> => {
  await stand.queue.join(taxpayer, 'button')
  return (await stand.queue.take(agent, null)).id
}
const textsOf = async (id: ConversationId): Promise<string[]> =>
  (await stand.stored(id)).map(({ body }) => (JSON.parse(body) as { text?: string }).text ?? '').filter((text) => text !== '')
const all = async (table: 'messages' | 'conversations' | 'records') =>
  JSON.stringify(await stand.database.reader.selectFrom(table).selectAll().execute())

describe('a masked word', () => {
  it('is masked in what is stored, and its author is told what that is', async () => {
    const stored = await say(taxpayer, '傻逼，发票怎么开')
    expect(stored).toMatchObject({ ok: true, text: '＊＊，发票怎么开' })
    expect(stored.ok && (await textsOf(stored.conversationId))).toEqual(['＊＊，发票怎么开'])
  })

  it('is nowhere in the store', async () => {
    await say(taxpayer, '傻逼，发票怎么开')
    for (const table of ['messages', 'conversations', 'records'] as const) expect(await all(table)).not.toContain('傻逼')
    expect(await all('records')).toContain('发票怎么开')
  })

  it('spoils no question: the bot hears what is around it', async () => {
    expect(normaliseQuery('发票＊＊怎么开')).toBe(normaliseQuery('发票怎么开'))
    await keep('龟孙', { action: 'replace', replacement: '（不文明用语）' })
    const stored = await say(taxpayer, '发票龟孙怎么开')
    expect(stored).toMatchObject({ ok: true, text: '发票（不文明用语）怎么开' })
    expect(await all('records')).not.toContain('不文明')
  })

  it('a repeat is told the stored text too', async () => {
    const draft = draftOf(taxpayer, '傻逼，发票怎么开')
    const first = await stand.journal.submit(draft)
    expect(await stand.journal.submit(draft)).toEqual(first)
  })

  it('a replacement that would make the text too long is a mask', async () => {
    await keep('龟孙', { action: 'replace', replacement: '换'.repeat(100) })
    const stored = await say(taxpayer, '龟孙，'.repeat(300))
    expect(stored).toMatchObject({ ok: true, text: '＊＊，'.repeat(300) })
  })
})

describe('a blocked text', () => {
  it('is refused with its words, and nothing is stored, not even a conversation', async () => {
    expect(await say(taxpayer, '我要弄死你')).toEqual({ ok: false, code: 'MESSAGE_BLOCKED', detail: { hits: '“弄死你”' } })
    expect([await all('messages'), await all('conversations')]).toEqual(['[]', '[]'])
  })

  it('costs the rest of its batch nothing, and leaves no gap', async () => {
    const id = await serve()
    const start = (await stand.conversation(id)).lastSeq
    const stored = await Promise.all(['一', '弄死你', '二'].map((text) => say(taxpayer, text)))
    expect(stored.map((one) => (one.ok ? one.seq - start : one.code))).toEqual([1, 'MESSAGE_BLOCKED', 2])
  })

  it('is refused however often it was confirmed', async () => {
    expect(await say(taxpayer, '弄死你', { isConfirmed: true })).toMatchObject({ code: 'MESSAGE_BLOCKED' })
  })

  it('mended, the same message passes under its own id', async () => {
    const id = newMessageId()
    await say(taxpayer, '弄死你', { id })
    expect(await say(taxpayer, '您好', { id })).toMatchObject({ ok: true, id })
  })
})

describe('a text that is asked about', () => {
  const advert = '毕业证，加微信'

  it('is refused until it is confirmed, and then stored once as it is', async () => {
    const draft = draftOf(taxpayer, advert)
    expect(await stand.journal.submit(draft)).toEqual({ ok: false, code: 'MESSAGE_WARNED', detail: { hits: `“${advert}”` } })
    const stored = await stand.journal.submit({ ...draft, isConfirmed: true })
    expect(await stand.journal.submit({ ...draft, isConfirmed: true })).toEqual(stored)
    expect(stored.ok && (await textsOf(stored.conversationId))).toEqual([advert])
  })

  it('keeps its masks when it is confirmed', async () => {
    expect(await say(taxpayer, `傻逼，${advert}`, { isConfirmed: true })).toMatchObject({ ok: true, text: `＊＊，${advert}` })
  })
})

describe('both ways', () => {
  it('an agent’s abuse is caught on the way out', async () => {
    const conversationId = await serve()
    expect(await say(agent, '傻逼，自己看公告', { conversationId })).toMatchObject({ ok: true, text: '＊＊，自己看公告' })
    expect(await say(agent, '我弄死你', { conversationId })).toMatchObject({ code: 'MESSAGE_BLOCKED' })
    expect(await say(agent, '爱办不办', { conversationId })).toMatchObject({ code: 'MESSAGE_WARNED' })
    expect(await say(taxpayer, '爱办不办，你们随便')).toMatchObject({ ok: true })
  })

  it('an agent who may not write there learns nothing of words', async () => {
    expect(await say(agent, '弄死你')).toMatchObject({ code: 'CONVERSATION_NOT_FOUND' })
    expect(await hitsIn(stand.database)).toEqual([])
  })

  it('the bot’s reviewed answer is given as it is, and what is blocked in it is noted', async () => {
    const stored = await say(taxpayer, '问', { articleId: 'plain' as never })
    expect(stored.ok && JSON.stringify(await stand.stored(stored.conversationId))).toContain('弄死你')
    expect(await hitsIn(stand.database)).toMatchObject([{ direction: 'out', word: '弄死你', action: 'block', person_id: null }])
  })

  it('a remark is masked without a word, whatever the action', async () => {
    const conversationId = await serve()
    await stand.conversations.end(taxpayer, conversationId)
    const { rating } = await stand.conversations.rate(taxpayer, conversationId, 'unsolved', '傻逼，弄死你')
    expect(rating).toMatchObject({ remark: '＊＊，＊＊＊' })
    expect(await hitsIn(stand.database)).toMatchObject([
      { word: '傻逼', action: 'mask' },
      { word: '弄死你', action: 'mask', conversation_id: conversationId },
    ])
  })
})

describe('what is counted', () => {
  it('a row for each word in a text with how often it stands there, and nothing of the text', async () => {
    const stored = await say(taxpayer, '傻逼傻B，张三的税号是123，傻逼')
    expect(await hitsIn(stand.database)).toEqual([
      {
        direction: 'in',
        category: 'abuse',
        word: '傻逼',
        word_id: expect.stringMatching(/^word-/) as string,
        action: 'mask',
        is_confirmed: 0,
        hits: expect.any(Number) as number,
        conversation_id: stored.ok && stored.conversationId,
        person_id: taxpayer.personId,
      },
    ])
  })

  it('a refusal, and that it was sent all the same', async () => {
    await say(taxpayer, '弄死你')
    await say(taxpayer, '毕业证，加微信')
    await say(taxpayer, '毕业证，加微信', { isConfirmed: true })
    expect((await hitsIn(stand.database)).map(({ word, action, is_confirmed }) => [word, action, is_confirmed])).toEqual([
      ['弄死你', 'block', 0],
      ['毕业证…加微信', 'warn', 0],
      ['毕业证…加微信', 'warn', 1],
    ])
  })

  it('goes with the batch: what is not stored is not counted', async () => {
    const fragile = await openJournalStand({
      ledger: () => ({ record: () => Promise.reject(new Error('disk full')) }),
      articles: () => articles,
    })
    await createWordsDesk({ ...parts(), ...fragile, holder: fragile.guard }).add(admin, wordContent('傻逼'), true)
    const asking = await fragile.taxpayer()
    await expect(fragile.journal.submit(draftOf(asking, '傻逼，问', { articleId: 'plain' as never }))).rejects.toThrow('disk full')
    expect(await hitsIn(fragile.database)).toEqual([])
    await fragile.close()
  })
})

describe('what administrators change', () => {
  it('is in force with the next message', async () => {
    await createPolicyDesk(parts()).save(admin, 'abuse', 'block', '')
    expect(await say(taxpayer, '傻逼')).toMatchObject({ code: 'MESSAGE_BLOCKED' })
    await createPolicyDesk(parts()).save(admin, 'abuse', 'replace', '（不文明用语）')
    expect(await say(taxpayer, '傻逼')).toMatchObject({ ok: true, text: '（不文明用语）' })
  })

  it('is followed by another server on the same store', async () => {
    const other = await openJournalStand({ folder: stand.folder })
    const word = await keep('龟孙')
    await other.guard.refresh()
    expect(other.guard.guard().check('龟孙', 'in').decision).toBe('changed')
    await createWordsDesk(parts()).remove(admin, word.id)
    await other.guard.refresh()
    expect(other.guard.guard().check('龟孙', 'in').decision).toBe('pass')
    await other.database.close()
  })
})
