// 待补知识: what people asked in vain, grouped by meaning; and what editors decide about it.
import type { Engine } from '@zhengna/answering/engine.ts'
import type { Gap, GapState } from '@zhengna/contract/domain/gap.ts'
import type { Revision } from '@zhengna/contract/domain/revision.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { MessageId, PersonId, TopicId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { startOfDayInBeijing, type Clock } from '../../platform/clock.ts'
import type { Database, Reader, Writer } from '../../platform/database/database.ts'
import { countAsked, groupedFailures, type GroupedFailure } from '../records/index.ts'
import { standingForAll, toGap } from './gap-view.ts'
import { gapSheet } from './gap-sheet.ts'
import { changeGap, findGap, selectGaps, type GapRow } from './gaps.store.ts'
import { createGrouping } from './grouping.ts'

/** What the editors' desk does with a gap, within the transaction that closes it. Errors: its own. */
export type CreateDraft = (
  trx: Writer,
  draft: { readonly topicId: TopicId; readonly question: string; readonly similar: readonly string[]; readonly authorId: PersonId },
) => Promise<Revision>

export interface DaySpan {
  readonly from: string
  readonly to: string
}

export interface GapList {
  readonly gaps: Gap[]
  readonly asked: number
  readonly answered: number
  readonly groups: Record<GapState, number>
}

export interface Gaps {
  /** Groups what is not grouped yet, so that opening the list is quick. */
  refresh(): Promise<void>
  /** Days as YYYY-MM-DD in Beijing, both included; most asked first. Errors: REQUEST_INVALID (no such day). */
  list(span: DaySpan & { state?: GapState | undefined }): Promise<GapList>
  /** Every failed question of the span, as a workbook. Errors: REQUEST_INVALID (no such day). */
  workbook(span: DaySpan): Promise<{ fileName: string; bytes: Buffer }>
  /** Errors: GAP_NOT_FOUND. */
  dismiss(caller: Caller, id: MessageId): Promise<void>
  /** Takes a dismissal back. Errors: GAP_NOT_FOUND. */
  reopen(caller: Caller, id: MessageId): Promise<void>
  /** null while there is no desk. Errors: GAP_NOT_FOUND, TOPIC_NOT_FOUND, and the desk's. */
  readonly draft: ((caller: Caller, id: MessageId, topicId: TopicId) => Promise<Revision>) | null
}

export interface GapParts {
  readonly database: Database
  readonly clock: Clock
  readonly engine: () => Engine
  readonly createDraft?: CreateDraft
}

const DAY_MS = 24 * 3_600_000
/** Failed questions read for one list, newest first. */
const LISTED_FAILURES_MAX = 20_000
/** More are nobody's work for a week. */
const LISTED_GAPS_MAX = 200
const GAPS_PER_TURN = 20
const SIMILAR_MAX = 30

export function createGaps({ database, clock, engine, createDraft }: GapParts): Gaps {
  const grouping = createGrouping(database, engine)

  /** Errors: GAP_NOT_FOUND, also for one that somebody else moved on meanwhile. */
  const gapThatIs = async (db: Reader, state: GapState, id: MessageId): Promise<GapRow> => {
    const row = await findGap(db, id)
    if (row?.state !== state) throw new DomainError('GAP_NOT_FOUND')
    return row
  }

  const move = (caller: Caller, id: MessageId, from: GapState, to: GapState): Promise<void> =>
    database.write(async (trx) => {
      const { article_id } = await gapThatIs(trx, from, id)
      await changeGap(trx, id, { state: to, article_id, changed_by: caller.personId, changed_at: clock.now() })
    })

  /** Most asked first. */
  const found = async (span: { from: number; before: number }): Promise<FoundGap[]> => {
    await grouping.bringUpToDate()
    const byGap = Map.groupBy(await groupedFailures(database.reader, { ...span, limit: LISTED_FAILURES_MAX }), ({ gapId }) => gapId)
    return (await selectGaps(database.reader))
      .flatMap((row) => ({ row, failures: byGap.get(row.id) ?? [] }))
      .filter(({ failures }) => failures.length > 0)
      .sort((a, b) => b.failures.length - a.failures.length || b.row.position - a.row.position)
  }

  const view = async (found: readonly FoundGap[]): Promise<Gap[]> => {
    const gaps: Gap[] = []
    for (const { row, failures } of found) {
      gaps.push(toGap(row, failures, engine().meaning))
      if (gaps.length % GAPS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    return gaps
  }

  const draft = (create: CreateDraft): NonNullable<Gaps['draft']> => {
    return async (caller, id, topicId) => {
      await grouping.bringUpToDate()
      const failures = await groupedFailures(database.reader, { gapId: id, limit: LISTED_FAILURES_MAX })
      const question = standingForAll(failures, engine().meaning)
      const similar = [...new Set(failures.map((failed) => failed.question))].filter((text) => text !== question).slice(0, SIMILAR_MAX)
      return database.write(async (trx) => {
        await gapThatIs(trx, 'open', id)
        const topic = await trx.selectFrom('topics').select('id').where('id', '=', topicId).executeTakeFirst()
        if (!topic) throw new DomainError('TOPIC_NOT_FOUND')
        const revision = await create(trx, { topicId, question, similar, authorId: caller.personId })
        const change = { state: 'drafted', article_id: revision.articleId, changed_by: caller.personId, changed_at: clock.now() } as const
        await changeGap(trx, id, change)
        return revision
      })
    }
  }

  return {
    refresh: grouping.bringUpToDate,
    async list({ state, ...days }) {
      const span = momentsOf(days)
      const all = await found(span)
      const groups = { open: 0, drafted: 0, dismissed: 0 }
      for (const { row } of all) groups[row.state] += 1
      const listed = all.filter(({ row }) => state === undefined || row.state === state).slice(0, LISTED_GAPS_MAX)
      return { gaps: await view(listed), groups, ...(await countAsked(database.reader, span.from, span.before)) }
    },
    async workbook(days) {
      const all = await found(momentsOf(days))
      const gaps = await view(all)
      const bytes = await gapSheet(gaps.map((gap, place) => ({ gap, failures: all[place]?.failures ?? [] })))
      return { fileName: `待补知识-${days.from}至${days.to}.xlsx`, bytes }
    },
    dismiss: (caller, id) => move(caller, id, 'open', 'dismissed'),
    reopen: (caller, id) => move(caller, id, 'dismissed', 'open'),
    draft: createDraft ? draft(createDraft) : null,
  }
}

interface FoundGap {
  readonly row: GapRow
  /** Newest first, at least one. */
  readonly failures: readonly GroupedFailure[]
}

/** Errors: REQUEST_INVALID (no such day). */
function momentsOf({ from, to }: DaySpan): { from: number; before: number } {
  const span = { from: startOfDayInBeijing(from), before: startOfDayInBeijing(to) + DAY_MS }
  if (Number.isNaN(span.from) || Number.isNaN(span.before)) throw new DomainError('REQUEST_INVALID')
  return span
}
