// One row for every question that the bot answered, written in the transaction that stores question and answer,
// with as many statements for a batch of a thousand as for one.
import type { ArticleId, TopicId } from '@zhengna/contract/ids.ts'
import type { Answered, Recorder } from '../conversations/index.ts'
import { toRecord } from './record-rows.ts'
import { insertRecords, profilesOf, resolveLastAsked } from './records.store.ts'
import { beginTrails } from './trails.ts'

export function createRecorder(topicOf: (articleId: ArticleId) => TopicId | null): Recorder {
  return {
    begin(trx, now) {
      const asked: Answered[] = []
      return {
        add(answered) {
          // Blanks and marks alone ask nothing.
          if (answered.response.intent !== 'empty') asked.push(answered)
        },
        async store() {
          if (asked.length === 0) return
          const profiles = await profilesOf(trx, [...new Set(asked.map(({ conversation }) => conversation.taxpayer_id))])
          const trails = beginTrails()
          const records = asked.map((answered) => {
            const record = toRecord(answered, { profile: profiles.get(answered.conversation.taxpayer_id) ?? null, topicOf, now })
            trails.add(record)
            return record
          })
          // Before the new rows are there: what is looked for was asked earlier.
          if (trails.earlier.size > 0) await resolveLastAsked(trx, [...trails.earlier])
          await insertRecords(trx, records)
        },
      }
    },
  }
}
