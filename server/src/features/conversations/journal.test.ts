// The journal alone: one turn of the loop, one transaction, seq in the order of submission.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { draftOf, openJournalStand, type JournalStand } from '../../../../test/support/journal.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Stored } from './draft.ts'

let stand: JournalStand & { folder: string }
let taxpayer: Caller
let agent: Caller

beforeEach(async () => {
  stand = await openJournalStand()
  taxpayer = await stand.taxpayer()
  agent = await stand.agent()
})
afterEach(() => stand.close())

const serve = async (): Promise<ConversationId> => {
  await stand.queue.join(taxpayer, 'button')
  return (await stand.queue.take(agent, null)).id
}
const accepted = (stored: Stored): Extract<Stored, { ok: true }> => {
  if (!stored.ok) throw new Error(stored.code)
  return stored
}

describe('one batch', () => {
  it('300 messages submitted in one turn get seq in the order of submission, without a gap', async () => {
    const id = await serve()
    const start = (await stand.conversation(id)).lastSeq
    const drafts = Array.from({ length: 300 }, (_, index) =>
      draftOf(index % 3 === 0 ? agent : taxpayer, `第${index}句`, { conversationId: id }),
    )
    const stored = await Promise.all(drafts.map((draft) => stand.journal.submit(draft)))
    expect(stored.map((one) => accepted(one).seq)).toEqual(drafts.map((_, index) => start + 1 + index))
    const kept = (await stand.stored(id)).filter(({ seq }) => seq > start)
    expect(kept.map((row) => row.id)).toEqual(drafts.map((draft) => draft.id))
    expect((await stand.conversation(id)).lastSeq).toBe(start + 300)
  })

  it('2,500 messages at once pass the store’s limits', async () => {
    const id = await serve()
    const stored = await Promise.all(Array.from({ length: 2_500 }, (_, index) => stand.journal.submit(draftOf(taxpayer, `${index}`))))
    expect(new Set(stored.map((one) => accepted(one).seq)).size).toBe(2_500)
    expect((await stand.stored(id)).map(({ seq }) => seq)).toEqual(Array.from({ length: 2_502 }, (_, index) => index + 1))
  })

  it('mixed conversations are numbered each for itself', async () => {
    const callers = await Promise.all(Array.from({ length: 8 }, () => stand.taxpayer()))
    const drafts = Array.from({ length: 160 }, (_, index) => draftOf(callers[index % callers.length]!, `第${index}句`))
    const stored = (await Promise.all(drafts.map((draft) => stand.journal.submit(draft)))).map(accepted)
    const conversations = [...new Set(stored.map(({ conversationId }) => conversationId))]
    expect(conversations).toHaveLength(callers.length)
    for (const id of conversations) {
      const rows = await stand.stored(id)
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
      const own = drafts.filter((_, index) => stored[index]?.conversationId === id).map((draft) => draft.id)
      expect(rows.filter(({ author }) => author === 'taxpayer').map((row) => row.id)).toEqual(own)
    }
  })

  it('the bot’s answer follows its question before the next question', async () => {
    const stored = await Promise.all(['甲', '乙', '丙'].map((text) => stand.journal.submit(draftOf(taxpayer, text))))
    expect(stored.map((one) => accepted(one).seq)).toEqual([1, 3, 5])
  })

  it('a repeated id inside the batch gets the first result, is told its text where it has another, and is stored once', async () => {
    const id = await serve()
    const draft = draftOf(taxpayer, '一次')
    const [first, second, other, third] = await Promise.all(
      [draft, { ...draft, text: '两次' }, draftOf(taxpayer, '另一句'), draft].map((one) => stand.journal.submit(one)),
    )
    expect(second).toEqual({ ...first, text: '一次' })
    expect(third).toEqual(first)
    expect(accepted(other!).seq).toBe(accepted(first!).seq + 1)
    expect((await stand.stored(id)).filter((row) => row.id === draft.id)).toHaveLength(1)
  })

  it('a refused message costs the rest of the batch nothing', async () => {
    const id = await serve()
    const bad = [
      draftOf(taxpayer, '   '),
      draftOf(taxpayer, '税'.repeat(2_001)),
      draftOf(agent, '无会话'),
      draftOf(agent, '别人的', { conversationId: crypto.randomUUID() as ConversationId }),
    ]
    const good = Array.from({ length: 4 }, (_, index) => draftOf(taxpayer, `好${index}`))
    const mixed = good.flatMap((draft, index) => [bad[index]!, draft])
    const stored = await Promise.all(mixed.map((draft) => stand.journal.submit(draft)))
    expect(stored.map((one) => (one.ok ? 'stored' : one.code))).toEqual([
      'MESSAGE_EMPTY',
      'stored',
      'MESSAGE_TOO_LONG',
      'stored',
      'CONVERSATION_NOT_FOUND',
      'stored',
      'CONVERSATION_NOT_FOUND',
      'stored',
    ])
    expect((await stand.stored(id)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('a taxpayer who is not in the register costs the rest of the batch nothing', async () => {
    const nobody: Caller = { ...taxpayer, personId: 'nsr-gone' as never }
    const [gone, kept] = await Promise.allSettled([
      stand.journal.submit(draftOf(nobody, '甲')),
      stand.journal.submit(draftOf(taxpayer, '乙')),
    ])
    expect(kept).toMatchObject({ status: 'fulfilled', value: { ok: true } })
    expect(gone).not.toMatchObject({ value: { ok: true } })
  })
})

describe('what is told', () => {
  it('comes after the store has it, in the order of seq, and after the acknowledgement was resolved', async () => {
    const id = await serve()
    const told: number[] = []
    stand.bus.subscribe('message.stored', ({ message }) => told.push(message.seq))
    const stored = await Promise.all(Array.from({ length: 20 }, (_, index) => stand.journal.submit(draftOf(taxpayer, `${index}`))))
    await stand.journal.drained()
    expect(told).toEqual(stored.map((one) => accepted(one).seq))
    expect((await stand.stored(id)).length).toBe(22)
  })
})

describe('a transaction that fails', () => {
  it('refuses all of its batch and stores none, and the next batch goes on without a gap', async () => {
    let failing = true
    const fragile = await openJournalStand({
      responder: (genuine) => ({
        ...genuine,
        respond: (...asked) => (failing ? Promise.reject(new Error('disk full')) : genuine.respond(...asked)),
      }),
    })
    const asking = await fragile.taxpayer()
    const told: string[] = []
    fragile.bus.subscribe('message.stored', ({ message }) => told.push(message.id))
    const drafts = ['甲', '乙', '丙'].map((text) => draftOf(asking, text))
    const refused = await Promise.allSettled(drafts.map((draft) => fragile.journal.submit(draft)))
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(await fragile.database.reader.selectFrom('messages').selectAll().execute()).toEqual([])
    expect(await fragile.database.reader.selectFrom('conversations').selectAll().execute()).toEqual([])
    expect(told).toEqual([])
    failing = false
    const again = await Promise.all(drafts.map((draft) => fragile.journal.submit(draft)))
    expect(again.map((one) => accepted(one).seq)).toEqual([1, 3, 5])
    await fragile.close()
  })
})

it('a restart goes on with the next seq, and knows what it acknowledged before', async () => {
  const draft = draftOf(taxpayer, '甲')
  const first = accepted(await stand.journal.submit(draft))
  await stand.journal.drained()
  await stand.database.close()
  const again = await openJournalStand({ folder: stand.folder })
  expect(await again.journal.submit(draft)).toEqual(first)
  expect(accepted(await again.journal.submit(draftOf(taxpayer, '乙'))).seq).toBe(3)
  await again.journal.drained()
  await again.database.close()
})

describe('any interleaving of sends, repeats, joins, calls and ends from both sides', () => {
  type Step = { kind: 'say' | 'repeat' | 'end'; side: 'taxpayer' | 'agent'; pick: number } | { kind: 'join' | 'take' | 'cancel' | 'settle' }
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('say' as const),
        side: fc.constantFrom('taxpayer' as const, 'agent' as const),
        pick: fc.nat(99),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('repeat' as const),
        side: fc.constantFrom('taxpayer' as const, 'agent' as const),
        pick: fc.nat(99),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('end' as const),
        side: fc.constantFrom('taxpayer' as const, 'agent' as const),
        pick: fc.nat(99),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('join' as const, 'take' as const, 'cancel' as const, 'settle' as const) }) },
  )

  it('keeps every conversation gap-free, every author’s order, and each acknowledged message exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const office = await stand.office()
        const [asking, serving] = [await stand.taxpayer(office), await stand.agent(office)]
        const sent: Record<'taxpayer' | 'agent', { id: MessageId; text: string }[]> = { taxpayer: [], agent: [] }
        const results = new Map<MessageId, Stored[]>()
        const underWay: Promise<unknown>[] = []
        const known: ConversationId[] = []
        /** What the other side does may come too late: that is refused, never wrong. */
        const attempt = (work: Promise<{ id: ConversationId }>): void =>
          void underWay.push(
            work.then(
              ({ id }) => known.push(id),
              () => undefined,
            ),
          )
        const submit = (side: 'taxpayer' | 'agent', { id, text }: { id: MessageId; text: string }): void => {
          const conversationId = known.at(-1) ?? null
          const draft = draftOf(side === 'taxpayer' ? asking : serving, text, { id, conversationId })
          underWay.push(stand.journal.submit(draft).then((stored) => results.set(id, [...(results.get(id) ?? []), stored])))
        }
        for (const [index, now] of steps.entries()) {
          if (now.kind === 'say') {
            const message = { id: draftOf(asking, '').id, text: `第${index}步` }
            sent[now.side].push(message)
            submit(now.side, message)
          } else if (now.kind === 'repeat') {
            const earlier = sent[now.side][now.pick % Math.max(1, sent[now.side].length)]
            if (earlier) submit(now.side, earlier)
          } else if (now.kind === 'end') {
            const id = known.at(-1)
            if (id) attempt(stand.conversations.end(now.side === 'taxpayer' ? asking : serving, id))
          } else if (now.kind === 'join') attempt(stand.queue.join(asking, 'button'))
          else if (now.kind === 'take') attempt(stand.queue.take(serving, null))
          else if (now.kind === 'cancel') attempt(stand.queue.cancel(asking))
          else await Promise.all(underWay)
        }
        await Promise.all(underWay)
        await stand.journal.drained()

        const conversations = await stand.database.reader
          .selectFrom('conversations')
          .selectAll()
          .where('taxpayer_id', '=', asking.personId)
          .orderBy('ordinal')
          .execute()
        expect(conversations.map(({ ordinal }) => ordinal)).toEqual(conversations.map((_, index) => index + 1))
        expect(conversations.filter(({ stage }) => stage !== 'ended').length).toBeLessThanOrEqual(1)
        const stored: { id: string; author: string }[] = []
        for (const { id, last_seq } of conversations) {
          const rows = await stand.stored(id)
          expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
          expect(last_seq).toBe(rows.length)
          stored.push(...rows)
        }
        for (const side of ['taxpayer', 'agent'] as const) {
          const own = stored.filter(({ author }) => author === side).map(({ id }) => id)
          // A message that was refused once may be stored by its repeat, and then stands where the repeat was.
          const atOnce = sent[side].map(({ id }) => id).filter((id) => results.get(id)?.[0]?.ok)
          expect(own.filter((id) => atOnce.includes(id as MessageId))).toEqual(atOnce)
          expect(new Set(own).size).toBe(own.length)
        }
        for (const [id, outcomes] of results) {
          const acknowledged = outcomes.filter((one) => one.ok)
          expect(stored.filter((row) => row.id === id)).toHaveLength(acknowledged.length > 0 ? 1 : 0)
          for (const one of acknowledged) expect(one).toEqual(acknowledged[0])
        }
      }),
      { numRuns: 40 },
    )
  })
})
