// One person with the real host, who types numbered messages and says what became of them.
import { setTimeout as pause } from 'node:timers/promises'
import type { LocalMessage, MessagePage } from '@zhengna/contract/host/chat.ts'
import type { HostParams, HostPayload, HostReply, HostRequestName } from '@zhengna/contract/host/index.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import type { Result } from '@zhengna/contract/result.ts'
import { createHost } from '../../src-main/host/host.ts'
import type { Host } from '../../src-main/host/ports.ts'
import type { Acknowledged, ClientPlan, Line, Standing, Stream, Written } from './protocol.ts'
import { createRandom } from './random.ts'

export interface ClientEvents {
  wrote(written: Written): void
  acknowledged(acknowledged: Acknowledged): void
  log(line: string): void
}

export interface Client {
  handOver(): Promise<void>
  take(): Promise<void>
  /** Types until `hush`, going on after the last number its own cache has. */
  talk(): Promise<void>
  /** Resolves when the last message it began is written. */
  hush(): Promise<void>
  standing(): Promise<Standing>
  /** Everything its cache has, read page by page as a window does. */
  stream(): Promise<Stream>
}

const PAUSE_MS = [60, 700] as const
/** Now and then many at once, more than the outbox has under way at a time. */
const BURST_CHANCE = 0.02
const BURST = 70

export async function openClient(plan: ClientPlan, serverUrl: string, password: string, tell: ClientEvents): Promise<Client> {
  const { account, edition, dataDir } = plan
  const host = await createHost({
    edition,
    serverUrl,
    dataDir,
    version: '0.0.0',
    secrets: { storeKey: () => Promise.resolve(new Uint8Array(32).fill(9)) },
    shell: {
      shell: 'loopback',
      controlsWindow: () => false,
      controlWindow: () => undefined,
      openLink: () => Promise.resolve(),
      notes: null,
    },
    log: tell.log,
  })
  const random = createRandom(plan.seed)
  let talking: Promise<void> | null = null
  let hushed = false

  host.subscribe((name, payload) => {
    if (name !== 'messages.changed') return
    const own = edition === 'taxpayer' ? 'taxpayer' : 'agent'
    for (const { id, conversationId, seq, author } of (payload as HostPayload<'messages.changed'>).messages) {
      if (author === own && conversationId && seq !== null) tell.acknowledged({ id, conversationId, seq })
      // Reading changes conversations, whose copies must not disturb the messages.
      else if (conversationId && seq !== null && seq % 7 === 0) void ask(host, 'chat.markRead', { conversationId, seq })
    }
  })
  if ((await ask(host, 'session.get', {})).status === 'signed-out') await ask(host, 'session.signIn', { account, password })

  const conversationOfAgent = async (): Promise<ConversationId> => {
    const { conversations } = await ask(host, 'desk.open', {})
    const live = conversations.find(({ conversation }) => conversation.stage === 'live')
    if (!live) throw new Error(`${account} has no live conversation`)
    return live.conversation.id
  }
  const write = async (conversationId: ConversationId | null, number: number): Promise<void> => {
    const text = `${account} ${number} ${'税'.repeat(random.whole(1, 60))}`
    const { id } = await ask(host, 'chat.send', { conversationId, text })
    tell.wrote({ account, number, id })
  }
  const talk = async (): Promise<void> => {
    // The clients of a group do not begin together.
    await pause(random.between(...PAUSE_MS))
    const conversationId = edition === 'console' ? await conversationOfAgent() : null
    let number = highestNumber(account, (await readStream(host, edition)).lines)
    while (!hushed) {
      const count = random.chance(BURST_CHANCE) ? BURST : 1
      await Promise.all(Array.from({ length: count }, () => write(conversationId, (number += 1))))
      await pause(random.between(...PAUSE_MS))
    }
  }

  return {
    async handOver() {
      if (plan.part === 'pair') await ask(host, 'queue.join', { reason: 'button' })
    },
    async take() {
      await ask(host, 'desk.setPresence', { presence: 'idle' })
      await ask(host, 'desk.take', { ticketId: null })
    },
    talk() {
      hushed = false
      talking ??= talk()
      return Promise.resolve()
    },
    async hush() {
      hushed = true
      await talking
      talking = null
    },
    async standing() {
      if ((await ask(host, 'session.get', {})).status === 'signed-out') return { account, state: 'signed-out', unsent: 0 }
      const { state, unsent } = await ask(host, 'connection.get', {})
      return { account, state, unsent }
    },
    async stream() {
      return { account, ...(await readStream(host, edition)) }
    },
  }
}

async function ask<N extends HostRequestName>(host: Host, name: N, params: HostParams<N>): Promise<HostReply<N>> {
  const result = (await host.handle(name, params)) as Result<HostReply<N>>
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value
}

async function readStream(host: Host, edition: ClientPlan['edition']): Promise<Omit<Stream, 'account'>> {
  let conversationId: ConversationId | undefined
  let page: MessagePage
  if (edition === 'taxpayer') {
    const view = await ask(host, 'chat.open', {})
    conversationId = view.conversation?.id
    page = view
  } else {
    const { conversations } = await ask(host, 'desk.open', {})
    conversationId = conversations[0]?.conversation.id
    if (!conversationId) return { conversationId: '', lines: [] }
    page = await ask(host, 'desk.talk', { conversationId })
  }
  const messages = [...page.messages]
  for (let [first] = messages; page.hasEarlier && first; [first] = messages) {
    page =
      edition === 'taxpayer'
        ? await ask(host, 'chat.loadEarlier', { before: first.id })
        : await ask(host, 'desk.loadEarlier', { conversationId: conversationId!, before: first.id })
    messages.unshift(...page.messages)
    if (page.messages.length === 0) break
  }
  return { conversationId: conversationId ?? '', lines: messages.map(toLine) }
}

const toLine = ({ id, seq, body, delivery }: LocalMessage): Line => ({
  id,
  seq,
  text: body.kind === 'text' ? body.text : body.kind,
  failed: delivery === 'failed',
})

/** `text`: "account number …"; null for what was not written by a client of ours. */
export function parseText(text: string): { account: string; number: number } | null {
  const [, account, number] = /^(crowd-\w+) (\d+) /.exec(text) ?? []
  return account === undefined ? null : { account, number: Number(number) }
}

const highestNumber = (account: string, lines: readonly Line[]): number =>
  Math.max(0, ...lines.map(({ text }) => parseText(text)).map((parsed) => (parsed?.account === account ? parsed.number : 0)))
