// How far guides were walked: beside the messages, by the question they answer.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import type { GuideMark } from '@zhengna/contract/domain/guide-progress.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { selectMessages, toLocalMessage, type MessageRow } from './rows.ts'

export interface GuideStore {
  /** The answer as it is then; null where that part of the message is no guide. */
  markGuide(id: MessageId, mark: GuideMark): LocalMessage | null
}

export function createGuideStore(db: Database, own: 'taxpayer' | 'agent'): GuideStore {
  const byId = db.prepare<[string], MessageRow>(`${selectMessages(own)} where m.id = ?`)
  const save = db.prepare(
    'insert into guides (reply_to, content) values (?, ?) on conflict (reply_to) do update set content = excluded.content',
  )
  return {
    markGuide: db.transaction((id: MessageId, mark: GuideMark) => {
      const row = byId.get(id)
      if (!row) return null
      const message = toLocalMessage(row)
      if (message.body.kind !== 'answer' || message.body.answer.parts[mark.part]?.type !== 'guide') return null
      const guides = [...message.guides.filter(({ part }) => part !== mark.part), mark]
      save.run(message.body.replyTo, JSON.stringify(guides))
      return { ...message, guides }
    }),
  }
}
