// One open conversation a taxpayer, ended once, rated once, followed by the next.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import { landedIn, openOffice, valueOf, type Office, type TestAgent, type TestTaxpayer } from '../support/office.ts'
import { callRoute, signIn, type RawReply } from '../support/raw-api.ts'
import { newConversationId, newMessageId, type RawLine } from '../support/raw-line.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let office: Office
let taxpayer: TestTaxpayer
let agent: TestAgent

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.remove())
beforeEach(async () => {
  office = await openOffice(server)
  taxpayer = await office.taxpayer()
  agent = await office.agent()
})

const end = (token: string, conversationId: ConversationId) =>
  callRoute(server.url, routes.endConversation, { token, params: { conversationId } })
const rate = (conversationId: ConversationId, outcome: 'solved' | 'unsolved' = 'solved', remark = ''): Promise<RawReply> =>
  callRoute(server.url, routes.rateConversation, { token: taxpayer.token, params: { conversationId }, body: { outcome, remark } })
const messagesOf = async (token: string, conversationId: ConversationId, afterSeq = 0) =>
  valueOf(await callRoute(server.url, routes.listMessages, { token, params: { conversationId }, query: { afterSeq, limit: 200 } }))
/** A live conversation, the agent's line open or not. */
const served = async (): Promise<ConversationId> => {
  await taxpayer.join()
  return valueOf(await agent.take()).conversation.id
}
const withLines = async (work: (lines: { mine: RawLine; theirs: RawLine }) => Promise<void>): Promise<void> => {
  const lines = { mine: await taxpayer.line(), theirs: await agent.line() }
  await work(lines).finally(() => Promise.all([lines.mine.close(), lines.theirs.close()]))
}

describe('the end', () => {
  it.each(['taxpayer', 'agent'] as const)('by the %s is told to both, with who ended it, and a rating is asked for', (who) =>
    withLines(async ({ mine, theirs }) => {
      const id = await served()
      const reply = valueOf(await end(who === 'taxpayer' ? taxpayer.token : agent.token, id))
      expect(reply.conversation).toMatchObject({ stage: 'ended', endedBy: who, rating: { state: 'asked' } })
      for (const line of [mine, theirs]) await line.frame('conversation', ({ conversation }) => conversation.stage === 'ended')
      const { messages } = await messagesOf(taxpayer.token, id)
      expect(messages.flatMap(({ body }) => (body.kind === 'event' ? body.event.type : []))).toEqual([
        'queued',
        'served',
        'ended',
        'rating-asked',
      ])
    }),
  )

  it('by the taxpayer with the agent offline asks for no rating', async () => {
    const id = await served()
    expect(valueOf(await end(taxpayer.token, id)).conversation.rating).toEqual({ state: 'none' })
    expect(await rate(id)).toMatchObject({ status: 409, code: 'RATING_NOT_ASKED' })
    const { messages } = await messagesOf(taxpayer.token, id)
    expect(messages.some(({ body }) => body.kind === 'event' && body.event.type === 'rating-asked')).toBe(false)
  })

  it('of a conversation no agent served asks for no rating', async () => {
    const line = await taxpayer.line()
    const id = landedIn(await line.say('印花税'))
    expect(valueOf(await end(taxpayer.token, id)).conversation.rating).toEqual({ state: 'none' })
    await line.close()
  })

  it('happens once: ending again returns it as it is', () =>
    withLines(async () => {
      const id = await served()
      const [first, second] = await Promise.all([end(taxpayer.token, id), end(agent.token, id)])
      expect(valueOf(first).conversation.endedBy).toBe(valueOf(second).conversation.endedBy)
      const third = valueOf(await end(agent.token, id))
      expect(third.conversation).toEqual(valueOf(second).conversation)
      const { messages } = await messagesOf(taxpayer.token, id)
      expect(messages.filter(({ body }) => body.kind === 'event' && body.event.type === 'ended')).toHaveLength(1)
    }))

  it('is not another taxpayer’s, nor an agent’s who does not serve', async () => {
    const id = await served()
    const stranger = await office.taxpayer()
    const colleague = await office.agent()
    for (const token of [stranger.token, colleague.token]) {
      expect(await end(token, id)).toMatchObject({ status: 404, code: 'CONVERSATION_NOT_FOUND' })
    }
    expect(
      (await callRoute(server.url, routes.getConversation, { token: taxpayer.token, params: { conversationId: id } })).body.conversation
        .stage,
    ).toBe('live')
  })
})

describe('the rating', () => {
  it('is given once', () =>
    withLines(async ({ theirs }) => {
      const id = await served()
      await end(agent.token, id)
      const replies = await Promise.all([rate(id, 'solved', ' 很好 '), rate(id, 'unsolved')])
      expect(replies.map(({ code }) => code).toSorted()).toEqual(['RATING_ALREADY_GIVEN', null].toSorted())
      expect(await rate(id)).toMatchObject({ status: 409, code: 'RATING_ALREADY_GIVEN' })
      await theirs.frame('conversation', ({ conversation }) => conversation.rating.state === 'given')
    }))

  it('keeps a remark as clean as a message', () =>
    withLines(async () => {
      const id = await served()
      await end(agent.token, id)
      const { body } = await rate(id, 'solved', ' 谢谢\u0000\u202e您 \r\n')
      expect(body).toMatchObject({ conversation: { rating: { outcome: 'solved', remark: '谢谢您' } } })
    }))

  it('waits for the end, and is nobody else’s', () =>
    withLines(async () => {
      const id = await served()
      expect((await rate(id)).code).toBe('RATING_NOT_ASKED')
      await end(agent.token, id)
      const stranger = await office.taxpayer()
      const reply = await callRoute(server.url, routes.rateConversation, {
        token: stranger.token,
        params: { conversationId: id },
        body: { outcome: 'solved', remark: '' },
      })
      expect(reply.code).toBe('CONVERSATION_NOT_FOUND')
    }))
})

describe('one after the other', () => {
  it('a message after the end opens the next conversation, with the next ordinal', async () => {
    const line = await taxpayer.line()
    const ids: ConversationId[] = []
    for (let count = 0; count < 3; count += 1) {
      ids.push(landedIn(await line.say(`第${count}次`)))
      await end(taxpayer.token, ids[count]!)
    }
    const { conversations } = valueOf(await callRoute(server.url, routes.listConversations, { token: taxpayer.token }))
    expect(conversations.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      [ids[2], 3],
      [ids[1], 2],
      [ids[0], 1],
    ])
    const older = valueOf(await callRoute(server.url, routes.listConversations, { token: taxpayer.token, query: { beforeOrdinal: 2 } }))
    expect(older.conversations.map(({ id }) => id)).toEqual([ids[0]])
    await line.close()
  })

  it('a message that names the ended conversation opens the next all the same', async () => {
    const line = await taxpayer.line()
    const first = landedIn(await line.say('甲'))
    await end(taxpayer.token, first)
    const second = landedIn(await line.say('乙', { conversationId: first }))
    expect(second).not.toBe(first)
    await line.close()
  })

  it('a new conversation takes the id its taxpayer gave it', async () => {
    const line = await taxpayer.line()
    const id = newConversationId()
    expect(landedIn(await line.say('甲', { conversationId: id }))).toBe(id)
    await line.close()
  })

  it('two windows that write at the same moment share one conversation', async () => {
    const lines = [await taxpayer.line(), await taxpayer.line()]
    const said = await Promise.all(
      lines.flatMap((line, window) =>
        [0, 1, 2].map((turn) => line.say(`窗口${window}第${turn}句`, { conversationId: newConversationId() })),
      ),
    )
    expect(new Set(said.map(landedIn)).size).toBe(1)
    const { messages } = await messagesOf(taxpayer.token, landedIn(said[0] as never))
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
    for (const window of [0, 1]) {
      const own = messages.flatMap(({ body }) => (body.kind === 'text' && body.text.startsWith(`窗口${window}`) ? body.text.at(3 + 1) : []))
      expect(own).toEqual(['0', '1', '2'])
    }
    await Promise.all(lines.map((line) => line.close()))
  })

  it('two taxpayers who make up the same conversation id get one each', async () => {
    const other = await office.taxpayer()
    const id = newConversationId()
    const [mine, theirs] = [await taxpayer.line(), await other.line()]
    const [one, two] = await Promise.all([mine.say('甲', { conversationId: id }), theirs.say('乙', { conversationId: id })])
    expect(landedIn(one)).not.toBe(landedIn(two))
    await Promise.all([mine.close(), theirs.close()])
  })
})

describe('reading it', () => {
  it('both sides are told every message in order, once', () =>
    withLines(async ({ mine, theirs }) => {
      const id = await served()
      for (let turn = 0; turn < 5; turn += 1) {
        await mine.say(`问${turn}`)
        await theirs.say(`答${turn}`, { conversationId: id })
      }
      const { messages } = await messagesOf(taxpayer.token, id)
      const told = (line: RawLine): string[] =>
        line.frames.flatMap((frame) => (frame.type === 'message' && frame.message.conversationId === id ? frame.message.id : []))
      await expect.poll(() => told(mine)).toEqual(messages.map((message) => message.id))
      // The agent hears from the moment they connected on.
      const since = messages.findIndex(({ body }) => body.kind === 'event' && body.event.type === 'served')
      expect(told(theirs)).toEqual(messages.slice(since).map((message) => message.id))
    }))

  it('an agent reads the earlier talk but never the full number', async () => {
    const line = await taxpayer.line()
    await line.say('契税税率是多少')
    const id = await served()
    const { messages } = await messagesOf(agent.token, id)
    expect(messages.map(({ author }) => author).slice(0, 2)).toEqual(['taxpayer', 'bot'])
    const { body } = await callRoute(server.url, routes.getConversation, { token: agent.token, params: { conversationId: id } })
    expect(body.taxpayer.taxpayer).toMatchObject({ taxpayerNumber: '000***********0027', phone: '138****0002' })
    const own = await callRoute(server.url, routes.getConversation, { token: taxpayer.token, params: { conversationId: id } })
    expect(own.body.taxpayer.taxpayer?.taxpayerNumber).toBe('000000190001010027')
    await line.close()
  })

  it('a supervisor reads their office’s, and no other’s', async () => {
    const line = await taxpayer.line()
    const id = landedIn(await line.say('甲'))
    const supervisor = (await signIn(server.url, 'bz001')).accessToken
    expect((await callRoute(server.url, routes.listMessages, { token: supervisor, params: { conversationId: id } })).code).toBe(
      'CONVERSATION_NOT_FOUND',
    )
    await line.close()
  })

  it('pages are gap-free whatever their size', async () => {
    const line = await taxpayer.line()
    let id: ConversationId | null = null
    for (let turn = 0; turn < 4; turn += 1) id = landedIn(await line.say(`第${turn}句`))
    const seqs: number[] = []
    for (;;) {
      const { body } = await callRoute(server.url, routes.listMessages, {
        token: taxpayer.token,
        params: { conversationId: id ?? '' },
        query: { afterSeq: seqs.at(-1) ?? 0, limit: 3 },
      })
      if (body.messages.length === 0) break
      seqs.push(...body.messages.map(({ seq }) => seq))
    }
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    await line.close()
  })

  it('what one side has read is told to the other, and never goes back', () =>
    withLines(async ({ mine, theirs }) => {
      const id = await served()
      await theirs.say('请讲', { conversationId: id })
      mine.send({ type: 'read', conversationId: id, seq: 3 })
      await theirs.frame('conversation', ({ conversation }) => conversation.taxpayerReadSeq === 3)
      mine.send({ type: 'read', conversationId: id, seq: 1 })
      await mine.say('好的', { id: newMessageId() })
      const { body } = await callRoute(server.url, routes.getConversation, { token: taxpayer.token, params: { conversationId: id } })
      expect(body.conversation.taxpayerReadSeq).toBe(3)
    }))
})
