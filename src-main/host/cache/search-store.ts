// 查找记录 in the local store: by the letters themselves, for Chinese words have no borders and the shortest has two characters. A person's
// talk is some ten thousand messages at most, which takes milliseconds.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import type { AnswerPart } from '@zhengna/contract/domain/answer.ts'
import type { Author, MessageBody } from '@zhengna/contract/domain/message.ts'
import type { SearchHit, SearchPage } from '@zhengna/contract/host/chat.ts'
import type { ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'

export interface SearchStore {
  /** `conversationId` null: all there is. */
  search(text: string, conversationId: ConversationId | null): SearchPage
}

interface Row {
  readonly id: MessageId
  readonly author: Author
  readonly at: number
  readonly body: string
}

/** Around the words. */
const AROUND = 24

export function createSearchStore(db: Database): SearchStore {
  // What a body has in its JSON and does not show is sorted out afterwards.
  const found = db.prepare<{ words: string; conversationId: string | null }, Row>(
    `select id, author, at, body from messages
     where instr(lower(body), @words) > 0 and author <> 'system' and (@conversationId is null or conversation_id = @conversationId)
     order by sort_ordinal desc, sort_seq desc, coalesce(sort_position, position) desc`,
  )
  return {
    search(text, conversationId) {
      const words = text.trim().toLowerCase()
      if (words === '') return { hits: [], isCut: false }
      const hits: SearchHit[] = []
      // As it stands in JSON.
      for (const row of found.iterate({ words: JSON.stringify(words).slice(1, -1), conversationId })) {
        const hit = hitIn(row, words)
        if (!hit) continue
        if (hits.length === limits.historySearchHitsMax) return { hits, isCut: true }
        hits.push(hit)
      }
      return { hits, isCut: false }
    },
  }
}

function hitIn({ id, author, at, body }: Row, words: string): SearchHit | null {
  const text = shownText(JSON.parse(body) as MessageBody).replace(/\s+/g, ' ')
  const from = text.toLowerCase().indexOf(words)
  if (from === -1) return null
  const to = from + words.length
  const begin = Math.max(0, from - AROUND)
  return {
    messageId: id,
    author,
    at,
    before: (begin > 0 ? '…' : '') + text.slice(begin, from),
    words: text.slice(from, to),
    after: text.slice(to, to + AROUND) + (text.length > to + AROUND ? '…' : ''),
  }
}

function shownText(body: MessageBody): string {
  if (body.kind === 'text') return body.text
  if (body.kind === 'picture' || body.kind === 'file') return body.attachment.name
  if (body.kind !== 'answer') return ''
  const { question, parts } = body.answer
  return [question ?? '', ...parts.map(partText)].join(' ')
}

function partText(part: AnswerPart): string {
  switch (part.type) {
    case 'text':
      return part.markdown.replace(/[*_`#>]/g, '')
    case 'guide':
      return [part.title, ...part.steps.flatMap(({ title, detail }) => [title, detail])].join(' ')
    case 'link':
    case 'video':
      return part.title
    case 'file':
      return part.name
    case 'options':
      return part.prompt
    case 'picture':
      return part.alt
  }
}
