// 精准推送 as officers write, time, send and withdraw it.
import type { Push, PushChoices, PushContent, PushLink, PushPreview, PushSummary } from '@zhengna/contract/domain/push-record.ts'
import { nextPushState, pushStateLabels } from '@zhengna/contract/domain/push.ts'
import type { PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import { maskName, maskNumber } from '@zhengna/contract/domain/person.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId, PushId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import { momentInBeijing } from '../../platform/clock.ts'
import type { AfterCommit, Database, Reader, Writer } from '../../platform/database/database.ts'
import type { GuardedWriting, Writing } from '../guard/index.ts'
import { listOffices, reachOf } from '../people/index.ts'
import { tagsInUse } from '../taxpayer-tags/index.ts'
import { allAddressees, countAddressees, type Addressee } from './addressees.ts'
import { movePush, type PushMove } from './moving.ts'
import { isSameContent, pushInvalid, readReason, readSendAt, readText, readTitle, readUrl } from './push-faults.ts'
import { audienceOf, linkOf, toPush, toPushSummary } from './push-view.ts'
import { changePush, findPush, insertPush, selectPushes, type NamedPushRow, type PushRange } from './pushes.store.ts'
import { withinReach } from './within-reach.ts'

type Officer = Pick<Caller, 'personId' | 'role' | 'officeId'>

/** Errors of all: PUSH_NOT_FOUND, which another office's is. */
export interface Pushes {
  list(caller: Officer, range: Omit<PushRange, 'officeId'>): Promise<{ items: PushSummary[]; total: number }>
  get(caller: Officer, id: PushId): Promise<Push>
  choices(caller: Officer): Promise<PushChoices>
  /** Errors: PUSH_INVALID. */
  preview(caller: Officer, audience: PushAudience): Promise<PushPreview>
  /** `lock` 0: a new one. Errors: PUSH_INVALID, PUSH_STATE_WRONG, PUSH_CHANGED_MEANWHILE, MESSAGE_BLOCKED. */
  save(caller: Officer, id: PushId, content: PushContent, lock: number): Promise<Push>
  /** `at` null: now. Errors: PUSH_INVALID, PUSH_STATE_WRONG, PUSH_CHANGED_MEANWHILE; the last two of those that follow, too. */
  send(caller: Officer, id: PushId, lock: number, at: number | null): Promise<Push>
  revise(caller: Officer, id: PushId, lock: number): Promise<Push>
  cancel(caller: Officer, id: PushId, lock: number): Promise<Push>
  withdraw(caller: Officer, id: PushId, reason: string): Promise<Push>
}

export interface PushParts {
  readonly database: Database
  readonly writing: GuardedWriting
  /** As the knowledge base serves it today; null where it does not. */
  readonly questionOf: (articleId: ArticleId) => string | null
  /** There is something to do. */
  readonly dispatchSoon: () => void
}

export function createPushes({ database, writing, questionOf, dispatchSoon }: PushParts): Pushes {
  const ofReach = async (db: Reader, caller: Officer, id: PushId): Promise<NamedPushRow> => {
    const row = await findPush(db, id)
    const reach = reachOf(caller)
    if (!row || (reach !== null && row.office_id !== reach)) throw new DomainError('PUSH_NOT_FOUND')
    return row
  }
  const viewOf = async (trx: Writer, id: PushId): Promise<Push> => {
    const row = await findPush(trx, id)
    if (!row) throw new DomainError('PUSH_NOT_FOUND')
    return toPush(trx, row)
  }
  /** `lock` null: whoever withdraws means it, whatever it has become meanwhile. */
  const move = (
    caller: Officer,
    id: PushId,
    lock: number | null,
    what: (row: NamedPushRow, now: number) => Omit<PushMove, 'by'>,
    then: (after: AfterCommit) => void = () => undefined,
  ): Promise<Push> =>
    writing(async ({ trx, after, now }) => {
      const row = await ofReach(trx, caller, id)
      const decided = what(row, now)
      if (lock !== null && row.lock !== lock) throw changedMeanwhile(row, decided)
      await movePush(trx, row, { ...decided, by: caller.personId }, now)
      then(after)
      return viewOf(trx, id)
    })
  const read = (content: PushContent, caller: Officer, { pass }: Pick<Writing, 'pass'>): PushContent => ({
    ...content,
    title: pass({ by: caller, field: 'title', text: readTitle(content.title), isConfirmed: true }),
    text: pass({ by: caller, field: 'text', text: readText(content.text), isConfirmed: true }),
    link: content.link && readLink(content.link, questionOf),
    audience: checked(content.audience, caller),
  })

  return {
    async list(caller, range) {
      const { rows, total } = await selectPushes(database.reader, { ...range, officeId: reachOf(caller) })
      return { items: rows.map(toPushSummary), total }
    },
    get: async (caller, id) => toPush(database.reader, await ofReach(database.reader, caller, id)),
    async choices(caller) {
      const reach = reachOf(caller)
      const offices = await listOffices(database.reader)
      return { offices: offices.filter(({ id }) => reach === null || id === reach), tags: await tagsInUse(database.reader, reach) }
    },
    async preview(caller, audience) {
      const sample: Addressee[] = []
      let count = 0
      for await (const people of allAddressees(database.reader, withinReach(audience, reachOf(caller)))) {
        count += people.length
        if (sample.length < limits.pushSampleSize) sample.push(...people.slice(0, limits.pushSampleSize - sample.length))
      }
      return { count, sample: sample.map(toExample) }
    },

    save: (caller, id, typed, lock) =>
      writing(async (within) => {
        const { trx, now } = within
        const before = await findPush(trx, id)
        const content = read(typed, caller, within)
        const columns = {
          kind: content.kind,
          title: content.title,
          text: content.text,
          link: content.link && JSON.stringify(content.link),
          audience: JSON.stringify(content.audience),
          changed_at: now,
        }
        if (!before) {
          if (lock !== 0) throw new DomainError('PUSH_NOT_FOUND')
          await insertPush(trx, { id, office_id: reachOf(caller), created_by: caller.personId, state: 'draft', lock: 1, ...columns })
          return viewOf(trx, id)
        }
        const row = await ofReach(trx, caller, id)
        if (row.state !== 'draft') throw new DomainError('PUSH_STATE_WRONG', { state: pushStateLabels[row.state] })
        const held = { kind: row.kind, title: row.title, text: row.text, link: linkOf(row), audience: audienceOf(row) }
        // Said twice, it was heard once.
        if (isSameContent(held, { ...held, ...content })) return viewOf(trx, id)
        if (row.lock !== lock || !(await changePush(trx, row, columns))) throw new DomainError('PUSH_CHANGED_MEANWHILE')
        return viewOf(trx, id)
      }),

    async send(caller, id, lock, at) {
      if (at !== null)
        return move(caller, id, lock, (_, now) => {
          const sendAt = readSendAt(at, now)
          return { event: 'schedule', text: momentInBeijing(sendAt), change: { send_at: sendAt } }
        })
      const row = await ofReach(database.reader, caller, id)
      const addressed = await countAddressees(database.reader, withinReach(audienceOf(row), row.office_id))
      if (addressed === 0) throw pushInvalid('audience', '没有符合条件的纳税人，请调整推送范围。')
      return move(
        caller,
        id,
        lock,
        (_, now) => ({ event: 'begin', change: { sent_at: now, addressed } }),
        (after) => after(dispatchSoon),
      )
    },
    revise: (caller, id, lock) => move(caller, id, lock, () => ({ event: 'revise', change: { send_at: null } })),
    cancel: (caller, id, lock) => move(caller, id, lock, () => ({ event: 'cancel', change: { send_at: null } })),
    withdraw: (caller, id, reason) =>
      move(
        caller,
        id,
        null,
        () => ({ event: 'withdraw', text: readReason(reason), change: { is_withdrawing: 1 } }),
        (after) => after(dispatchSoon),
      ),
  }
}

/** Somebody was faster: where they took the push where this cannot be done any more, that is what to say. */
function changedMeanwhile(row: NamedPushRow, { event }: Omit<PushMove, 'by'>): DomainError {
  return nextPushState(row.state, event) === null
    ? new DomainError('PUSH_STATE_WRONG', { state: pushStateLabels[row.state] })
    : new DomainError('PUSH_CHANGED_MEANWHILE')
}

/** As it was chosen; whether it lies within reach is asked now, and again by whoever sends it. */
function checked(audience: PushAudience, caller: Officer): PushAudience {
  withinReach(audience, reachOf(caller))
  const { audiences, industries, officeIds, tags } = audience
  return {
    audiences: [...new Set(audiences)],
    industries: [...new Set(industries)],
    officeIds: [...new Set(officeIds)],
    tags: [...new Set(tags)],
  }
}

function readLink(link: PushLink, questionOf: PushParts['questionOf']): PushLink {
  if (link.to === 'web') return { to: 'web', url: readUrl(link.url) }
  if (link.to === 'place') return { to: 'place', place: link.place }
  const question = questionOf(link.articleId)
  if (question === null) throw pushInvalid('link', '该知识条目不存在或未发布，请重新选择。')
  return { to: 'article', articleId: link.articleId, question }
}

const toExample = ({ name, officeName, taxpayer }: Addressee): PushPreview['sample'][number] => ({
  name: maskName(name),
  taxpayerNumber: maskNumber(taxpayer?.taxpayerNumber ?? ''),
  officeName,
})
