// Puts every failed question into the group of those that mean the same, once. A group keeps its first question for good, so that
// one dismissed today takes in what is asked next month; leaders are read back from the store after a restart.
import type { Engine } from '@zhengna/answering/engine.ts'
import { Groups } from '@zhengna/answering/clustering/groups.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { groupFailures, ungroupedFailures, type Failed } from '../records/index.ts'
import { addGap, selectGaps } from './gaps.store.ts'

const PER_TURN = 200

interface Leaders {
  /** Whose terms the vectors are of: with another knowledge base they are read anew. */
  readonly engine: Engine
  readonly groups: Groups
  readonly ids: MessageId[]
}

export interface Grouping {
  /** Resolves when no failed question is without a group. */
  bringUpToDate(): Promise<void>
}

export function createGrouping(database: Database, engine: () => Engine): Grouping {
  let leaders: Leaders | null = null
  let running: Promise<void> | null = null

  const lead = ({ engine: its, groups, ids }: Leaders, id: MessageId, question: string): void => {
    groups.lead(its.meaning(question))
    ids.push(id)
  }

  const currentLeaders = async (): Promise<Leaders> => {
    const current = engine()
    if (leaders?.engine === current) return leaders
    const fresh: Leaders = { engine: current, groups: new Groups(), ids: [] }
    for (const [count, { id, question }] of (await selectGaps(database.reader)).entries()) {
      lead(fresh, id, question)
      if (count % PER_TURN === PER_TURN - 1) await turnOfTheLoop()
    }
    return (leaders = fresh)
  }

  /** Finds each its group; the questions that begin one are returned beside. */
  const sort = (failed: readonly Failed[], into: Leaders): { members: Map<MessageId, number[]>; begun: Failed[] } => {
    const members = new Map<MessageId, number[]>()
    const begun: Failed[] = []
    for (const one of failed) {
      const found = into.ids[into.groups.find(into.engine.meaning(one.question))]
      if (found === undefined) {
        lead(into, one.messageId, one.question)
        begun.push(one)
      }
      const id = found ?? one.messageId
      members.set(id, [...(members.get(id) ?? []), one.position])
    }
    return { members, begun }
  }

  const run = async (): Promise<void> => {
    const into = await currentLeaders()
    for (;;) {
      const failed = await ungroupedFailures(database.reader, PER_TURN)
      if (failed.length === 0) return
      const { members, begun } = sort(failed, into)
      try {
        await database.write(async (trx) => {
          for (const { messageId, position, question } of begun) await addGap(trx, { id: messageId, position, question })
          for (const [id, positions] of members) await groupFailures(trx, id, positions)
        })
      } catch (error) {
        // What was to be stored is not there: the leaders are read again from what is.
        leaders = null
        throw error
      }
      await turnOfTheLoop()
    }
  }

  return {
    bringUpToDate() {
      running ??= run().finally(() => {
        running = null
      })
      return running
    },
  }
}

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
