// What was thought of the answers: given once, never changed, kept beside the messages so that either may come first.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import type { VotedAnswer } from '@zhengna/contract/domain/vote.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import { selectMessages, toLocalMessage, type MessageRow } from './rows.ts'

export interface VoteStore {
  /** The messages that have their vote now and had none before. */
  saveVotes(votes: readonly VotedAnswer[]): LocalMessage[]
}

export function createVoteStore(db: Database, own: 'taxpayer' | 'agent'): VoteStore {
  const insert = db.prepare('insert into votes (message_id, content) values (?, ?) on conflict (message_id) do nothing')
  const byId = db.prepare<[string], MessageRow>(`${selectMessages(own)} where m.id = ?`)
  return {
    saveVotes: db.transaction((votes: readonly VotedAnswer[]) => {
      const fresh = votes.filter(({ messageId, vote }) => insert.run(messageId, JSON.stringify(vote)).changes > 0)
      return fresh.flatMap(({ messageId }) => byId.get(messageId) ?? []).map(toLocalMessage)
    }),
  }
}
