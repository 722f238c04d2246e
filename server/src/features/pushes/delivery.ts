// Sends what is due and takes back what is withdrawn, in batches with a transaction each: whoever else wants to write gets their turn
// between two of them. Where a batch ended is stored with it, so that a crash or another server goes on from there; that nobody is told
// twice, the notices' own key sees to.
import type { PushLink } from '@zhengna/contract/domain/push-record.ts'
import { noticePlaceLabels } from '@zhengna/contract/domain/notice-place.ts'
import type { NoticeLink } from '@zhengna/contract/domain/notice.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { PushId } from '@zhengna/contract/ids.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { oneAtATime } from '../../platform/one-at-a-time.ts'
import type { Notices } from '../notices/index.ts'
import { addresseesAfter, countAddressees } from './addressees.ts'
import { movePush } from './moving.ts'
import { audienceOf, linkOf } from './push-view.ts'
import { addTold, duePushes, findPush, moveCursor, sendingPushes, withdrawingPushes, type PushRow } from './pushes.store.ts'
import { withinReach } from './within-reach.ts'
import { letOthersRun } from './turns.ts'

export interface Delivery {
  /** Does all there is to do. May be called by several servers at once. */
  dispatch(): Promise<void>
  /** Ends after the batch that is under way; the next start goes on from there. */
  stop(): Promise<void>
}

export interface DeliveryParts {
  readonly database: Database
  readonly clock: Clock
  readonly notices: Pick<Notices, 'tell' | 'withdraw'>
}

const WITHDRAWN_AT_ONCE = 500

export function createDelivery({ database, clock, notices }: DeliveryParts): Delivery {
  let isStopped = false

  const begin = async (row: PushRow): Promise<void> => {
    const addressed = await countAddressees(database.reader, withinReach(audienceOf(row), row.office_id))
    const now = clock.now()
    await database
      .write((trx) => movePush(trx, row, { event: 'begin', by: null, change: { sent_at: now, addressed } }, now))
      // Another server began it, or somebody changed their mind.
      .catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error
      })
  }

  const deliver = async (row: PushRow): Promise<void> => {
    const audience = withinReach(audienceOf(row), row.office_id)
    const words = { kind: row.kind, title: row.title, text: row.text, link: noticeLinkOf(linkOf(row)) }
    const announcement = { ...words, subject: 'pushed' as const, dedupeKey: `push:${row.id}`, pushId: row.id }
    let stored = row.cursor
    for (let [from, isLast] = [stored, false]; !isLast;) {
      if (isStopped) return
      await letOthersRun()
      const page = await addresseesAfter(database.reader, audience, from)
      ;[from, isLast] = [page.upTo, page.isLast]
      if (page.people.length === 0) continue
      const ids = page.people.map(({ id }) => id)
      const move = { from: stored, to: page.upTo }
      const isMine = await database.write(async (trx, after) => {
        if (!(await moveCursor(trx, row.id, move))) return false
        await addTold(trx, row.id, await notices.tell(trx, after, ids, announcement, clock.now()))
        return true
      })
      // Withdrawn meanwhile, or another server is at it.
      if (!isMine) return
      stored = page.upTo
    }
    await complete(row.id, stored)
  }

  const complete = (id: PushId, cursor: string): Promise<void> =>
    database.write(async (trx) => {
      const row = await findPush(trx, id)
      if (row?.state !== 'sending' || row.cursor !== cursor) return
      await movePush(trx, row, { event: 'complete', by: null }, clock.now())
    })

  const takeBack = async ({ id }: PushRow): Promise<void> => {
    for (let isLast = false; !isLast && !isStopped;) {
      isLast = await database.write(async (trx, after) => {
        const taken = await notices.withdraw(trx, after, id, WITHDRAWN_AT_ONCE, clock.now())
        if (taken === WITHDRAWN_AT_ONCE) return false
        await trx.updateTable('pushes').set({ is_withdrawing: 0 }).where('id', '=', id).execute()
        return true
      })
      await letOthersRun()
    }
  }

  /** Those that fail keep no other from going out. */
  const each = async (rows: readonly PushRow[], work: (row: PushRow) => Promise<void>): Promise<void> => {
    const errors: unknown[] = []
    for (const row of rows) await work(row).catch((error: unknown) => errors.push(error))
    if (errors.length > 0) throw errors[0] as Error
  }
  const takeAllBack = async (): Promise<void> => each(await withdrawingPushes(database.reader), takeBack)

  const dispatch = oneAtATime(async () => {
    if (isStopped) return
    // What is wrong goes first, and is not kept waiting by what goes out.
    await takeAllBack()
    await each(await duePushes(database.reader, clock.now()), begin)
    await each(await sendingPushes(database.reader), async (row) => {
      await deliver(row)
      await takeAllBack()
    })
  })

  return {
    dispatch,
    async stop() {
      isStopped = true
      await dispatch()
    },
  }
}

/** What its button says and where it leads. */
function noticeLinkOf(link: PushLink | null): NoticeLink | null {
  if (!link) return null
  if (link.to === 'place') return { label: noticePlaceLabels[link.place], place: link.place }
  if (link.to === 'web') return { label: '打开网页', url: link.url }
  return { label: '查看解答', question: link.question, articleId: link.articleId }
}
