// The stream as windows read it: pages of messages, backwards from the end.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { Conversation } from '@zhengna/contract/domain/conversation.ts'
import type { ConversationId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import { selectMessages, toLocalMessage, type MessageRow } from './rows.ts'

export interface StreamPage {
  /** Oldest first. */
  readonly messages: LocalMessage[]
  /** True where this store has more before the first. */
  readonly more: boolean
}

export interface TalkSummary {
  readonly unread: number
  readonly preview: string
  readonly lastAt: number
  readonly waitingSince: number | null
}

/** Of a live conversation, what the other side wrote and nobody here has read. */
export interface UnreadTalk {
  readonly conversationId: ConversationId
  readonly taxpayerId: PersonId
  readonly agentNumber: string | null
  readonly count: number
  /** The newest of them. */
  readonly newestId: MessageId
}

export interface StreamStore {
  /** The whole stream of a taxpayer. `afterMark`: only what came after the clear-screen mark. */
  page(before: MessageId | null, limit: number, afterMark: boolean): StreamPage
  pageOf(conversationId: ConversationId, before: MessageId | null, limit: number): StreamPage
  /** 清屏: the newest message there is now, and all before it, stay out of the first page. */
  markCleared(): void
  /** Live conversations with something unread, the newest word first. */
  unreadTalks(): UnreadTalk[]
  /** A row of the agent's list. */
  summary(conversationId: ConversationId, readSeq: number): TalkSummary
}

const CLEARED = 'cleared'

/** The newest stored message when the screen was cleared, and the last row then: later rows of older history stay behind it. */
interface ClearedMark {
  readonly ordinal: number
  readonly seq: number
  readonly position: number
}
const nothingCleared: ClearedMark = { ordinal: 0, seq: 0, position: 0 }

export function createStreamStore(db: Database, own: 'taxpayer' | 'agent'): StreamStore {
  const newestFirst = 'order by m.sort_ordinal desc, m.sort_seq desc, coalesce(m.sort_position, m.position) desc limit @limit'
  const before = `(m.sort_ordinal, m.sort_seq, coalesce(m.sort_position, m.position)) <
    (select sort_ordinal, sort_seq, coalesce(sort_position, position) from messages where id = @before)`
  const last = db.prepare<ClearedMark & { limit: number }, MessageRow>(
    `${selectMessages(own)} where (m.sort_ordinal, m.sort_seq) > (@ordinal, @seq) and m.position > @position ${newestFirst}`,
  )
  const earlier = db.prepare<{ limit: number; before: string }, MessageRow>(`${selectMessages(own)} where ${before} ${newestFirst}`)
  const lastOf = db.prepare<{ limit: number; id: string }, MessageRow>(
    `${selectMessages(own)} where m.conversation_id = @id ${newestFirst}`,
  )
  const earlierOf = db.prepare<{ limit: number; id: string; before: string }, MessageRow>(
    `${selectMessages(own)} where m.conversation_id = @id and ${before} ${newestFirst}`,
  )
  const mark = db.prepare<[], { value: string }>(`select value from marks where name = '${CLEARED}'`)
  const setMark = db.prepare(
    `insert into marks (name, value) values ('${CLEARED}', ?) on conflict (name) do update set value = excluded.value`,
  )
  // What the server had is cleared too, whether or not it was fetched yet.
  const newestStored = db.prepare<[], { ordinal: number; seq: number }>(
    `select ordinal, json_extract(content, '$.lastSeq') as seq from conversations order by ordinal desc limit 1`,
  )
  const lastPosition = db.prepare<[], { position: number }>('select coalesce(max(position), 0) as position from messages')
  const unread = db.prepare<[string, number], { unread: number; since: number | null }>(
    `select count(*) as unread, min(at) as since from messages where conversation_id = ? and author = 'taxpayer' and sort_seq > ? and seq is not null
       and json_extract(body, '$.kind') <> 'retracted'`,
  )
  const [other, readField] = own === 'taxpayer' ? ['agent', 'taxpayerReadSeq'] : ['taxpayer', 'officeReadSeq']
  const unreadTalks = db.prepare<[], { content: string; count: number; newest: MessageId }>(
    `select c.content, count(*) as count, m.id as newest, max(m.at) from conversations c join messages m on m.conversation_id = c.id
     where json_extract(c.content, '$.stage') = 'live' and m.author = '${other}' and m.seq is not null
       and m.sort_seq > json_extract(c.content, '$.${readField}') and json_extract(m.body, '$.kind') <> 'retracted'
     group by c.id order by max(m.at) desc`,
  )
  const newest = db.prepare<[string], { at: number; body: string; author: string }>(
    `select at, body, author from messages where conversation_id = ? and author <> 'system' order by sort_seq desc, position desc limit 1`,
  )
  const toPage = (rows: MessageRow[], limit: number): StreamPage => ({
    messages: rows.slice(0, limit).reverse().map(toLocalMessage),
    more: rows.length > limit,
  })

  return {
    page(beforeId, limit, afterMark) {
      const kept = afterMark ? mark.get() : undefined
      const cleared = kept ? (JSON.parse(kept.value) as ClearedMark) : nothingCleared
      const rows = beforeId ? earlier.all({ limit: limit + 1, before: beforeId }) : last.all({ limit: limit + 1, ...cleared })
      const page = toPage(rows, limit)
      return { ...page, more: page.more || (beforeId === null && cleared.position > 0) }
    },
    pageOf: (id, beforeId, limit) =>
      toPage(beforeId ? earlierOf.all({ limit: limit + 1, id, before: beforeId }) : lastOf.all({ limit: limit + 1, id }), limit),
    markCleared: db.transaction(() => {
      const stored = newestStored.get() ?? { ordinal: 0, seq: 0 }
      setMark.run(JSON.stringify({ ...stored, position: lastPosition.get()?.position ?? 0 } satisfies ClearedMark))
    }),
    unreadTalks: () =>
      unreadTalks.all().map(({ content, count, newest: newestId }) => {
        const { id, taxpayerId, agent } = JSON.parse(content) as Conversation
        return { conversationId: id, taxpayerId, agentNumber: agent?.number ?? null, count, newestId }
      }),
    summary(id, readSeq) {
      const { unread: count, since } = unread.get(id, readSeq) ?? { unread: 0, since: null }
      const row = newest.get(id)
      return {
        unread: count,
        preview: row ? oneLine(row.body) : '',
        lastAt: row?.at ?? 0,
        waitingSince: row?.author === 'taxpayer' ? (since ?? row.at) : null,
      }
    },
  }
}

function oneLine(body: string): string {
  const parsed = JSON.parse(body) as {
    kind: string
    text?: string | null
    attachment?: { name: string }
    answer?: { question: string | null; parts: { markdown?: string }[] }
  }
  if (parsed.kind === 'retracted') return '撤回了一条消息'
  if (parsed.kind === 'picture') return '[图片]'
  if (parsed.kind === 'file') return `[文件] ${parsed.attachment?.name ?? ''}`
  const text = parsed.text ?? parsed.answer?.question ?? parsed.answer?.parts[0]?.markdown ?? ''
  return text.replace(/\s+/g, ' ').slice(0, 80)
}
