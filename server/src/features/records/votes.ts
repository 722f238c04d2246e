// What people thought of an answer goes beside what they asked.
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { maskQuestion } from './mask.ts'
import { noteVote } from './records.store.ts'

export function recordVotes(database: Database, bus: Bus, onError: (error: unknown) => void): void {
  bus.subscribe('vote.given', ({ messageId, vote, remark }) => {
    const opinion = vote.isUseful ? 'useful' : (vote.reason ?? 'other')
    database.write((trx) => noteVote(trx, messageId, opinion, maskQuestion(remark))).catch(onError)
  })
}
