// 拦截记录: the supervisor's list, 解除 and 延长, and the agent's 举报骚扰.
import { judge } from '@zhengna/answering/harassment/judge.ts'
import { durationRanges, isRestraining, type HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import {
  interceptionState,
  interceptionStateLabels,
  mayExtend,
  mayLift,
  type InterceptedMessage,
  type Interception,
  type InterceptionDetail,
  type InterceptionState,
} from '@zhengna/contract/domain/interception.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ConversationId, InterceptionId, MessageId } from '@zhengna/contract/ids.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import { uuidv7 } from 'uuidv7'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Reader, Writer } from '../../platform/database/database.ts'
import { beginAppending, findConversation } from '../conversations/index.ts'
import { findPeople, toMaskedPerson } from '../people/index.ts'
import { intercept } from './intercepting.ts'
import { findInterception, listQuery, selectStandings, selectSteps, type InterceptionRow } from './interceptions.store.ts'
import type { PoliceParts } from './police.ts'
import { createPolicyReader } from './policy.store.ts'
import { remember } from './remembering.ts'

export interface Interceptions {
  list(
    caller: Caller,
    state: InterceptionState | undefined,
    page: number,
    pageSize: number,
  ): Promise<{ items: Interception[]; total: number }>
  /** Errors: INTERCEPTION_NOT_FOUND. */
  get(caller: Caller, id: InterceptionId): Promise<InterceptionDetail>
  /** Errors: INTERCEPTION_NOT_FOUND, INTERCEPTION_STATE_WRONG. */
  lift(caller: Caller, id: InterceptionId, reason: string): Promise<InterceptionDetail>
  extend(caller: Caller, id: InterceptionId, reason: string, minutes: number): Promise<InterceptionDetail>
  /** Its number; null where no rule speaks of reports. Errors: CONVERSATION_NOT_FOUND, CONVERSATION_STAGE_WRONG. */
  report(caller: Caller, conversationId: ConversationId, remark: string): Promise<string | null>
}

export interface InterceptionParts extends PoliceParts {
  readonly database: Database
  readonly clock: Clock
}

export function createInterceptions({ database, clock, bus, hooks }: InterceptionParts): Interceptions {
  const policyIn = createPolicyReader()
  const own = async (db: Reader, caller: Caller, id: InterceptionId): Promise<InterceptionRow> => {
    const row = await findInterception(db, id)
    if (row?.office_id !== caller.officeId) throw new DomainError('INTERCEPTION_NOT_FOUND')
    return row
  }
  const describe = async (db: Reader, rows: readonly InterceptionRow[]): Promise<Interception[]> => {
    const ids = rows.flatMap(({ person_id, reported_by }) => (reported_by ? [person_id, reported_by] : person_id))
    const people = new Map((await findPeople(db, [...new Set(ids)])).map((row) => [row.id, toMaskedPerson(row)]))
    const now = clock.now()
    return rows.map((row) => ({
      id: row.id,
      number: row.number,
      at: row.at,
      taxpayerId: row.person_id,
      taxpayerName: people.get(row.person_id)?.name ?? '',
      taxpayerNumber: people.get(row.person_id)?.taxpayer?.taxpayerNumber ?? '',
      conversationId: row.conversation_id,
      condition: row.condition,
      action: row.action,
      until: row.until,
      state: interceptionState(row.until, row.lifted_at, now),
      reportedBy: row.reported_by && (people.get(row.reported_by)?.name ?? ''),
    }))
  }
  const detail = async (db: Reader, row: InterceptionRow): Promise<InterceptionDetail> => {
    const [described] = await describe(db, [row])
    if (!described) throw new Error('an interception is not described')
    const steps = await selectSteps(db, row.id)
    const people = new Map((await findPeople(db, [...new Set(steps.map(({ person_id }) => person_id))])).map(({ id, name }) => [id, name]))
    const { count, windowSeconds, durationSeconds } = JSON.parse(row.rule) as HarassmentRule
    return {
      ...described,
      rule: { count, windowSeconds, durationSeconds },
      messages: JSON.parse(row.messages) as InterceptedMessage[],
      remark: row.remark,
      steps: steps.map(({ at, kind, person_id, reason, until }) => ({ at, kind, by: people.get(person_id) ?? '', reason, until })),
    }
  }
  /** Told in the conversation, so that every device of the taxpayer, and whoever serves, knows. */
  const change = async (
    trx: Writer,
    after: AfterCommit,
    { personId, officeId }: Caller,
    before: InterceptionRow,
    reason: string,
    now: number,
    changed: { until: number | null; lifted_at: number | null },
  ): Promise<InterceptionDetail> => {
    const row = { ...before, ...changed }
    const isLifted = row.lifted_at !== null
    await trx.updateTable('interceptions').set(changed).where('id', '=', row.id).execute()
    await trx
      .insertInto('interception_steps')
      .values({
        id: uuidv7(),
        interception_id: row.id,
        at: now,
        kind: isLifted ? 'lifted' : 'extended',
        person_id: personId,
        reason: reason.trim(),
        until: row.until,
      })
      .execute()
    const conversation = row.conversation_id && (await findConversation(trx, row.conversation_id))
    if (conversation) {
      const appending = beginAppending(trx, after, bus, now)
      appending.addEvent(conversation, { type: 'interception-changed', number: row.number, until: isLifted ? null : row.until })
      await appending.store()
    }
    after(() => bus.publish('interceptions.changed', { officeId }))
    return detail(trx, row)
  }
  const wrongState = (row: InterceptionRow, now: number): DomainError =>
    new DomainError('INTERCEPTION_STATE_WRONG', { state: interceptionStateLabels[interceptionState(row.until, row.lifted_at, now)] })

  return {
    async list({ officeId }, state, page, pageSize) {
      const now = clock.now()
      const query = listQuery(database.reader, officeId, state, now)
      const counted = await query.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow()
      const rows = await query
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute()
      return { items: await describe(database.reader, rows), total: Number(counted.total) }
    },

    get: async (caller, id) => detail(database.reader, await own(database.reader, caller, id)),

    lift: (caller, id, reason) =>
      database.write(async (trx, after) => {
        const row = await own(trx, caller, id)
        const now = clock.now()
        if (!mayLift(interceptionState(row.until, row.lifted_at, now))) throw wrongState(row, now)
        return change(trx, after, caller, row, reason, now, { until: row.until, lifted_at: now })
      }),

    extend: (caller, id, reason, minutes) =>
      database.write(async (trx, after) => {
        const row = await own(trx, caller, id)
        const now = clock.now()
        if (!mayExtend(interceptionState(row.until, row.lifted_at, now), row.action)) throw wrongState(row, now)
        const until = Math.min(Math.max(row.until ?? now, now) + minutes * 60_000, now + durationRanges.block.max * 1000)
        return change(trx, after, caller, row, reason, now, { until, lifted_at: null })
      }),

    report: ({ personId }, conversationId, remark) =>
      database.write(async (trx, after) => {
        const conversation = await findConversation(trx, conversationId)
        if (conversation?.agent_id !== personId) throw new DomainError('CONVERSATION_NOT_FOUND')
        if (conversation.stage !== 'live') throw new DomainError('CONVERSATION_STAGE_WRONG')
        const now = clock.now()
        const taxpayerId = conversation.taxpayer_id
        const last = await trx
          .selectFrom('messages')
          .selectAll()
          .where('conversation_id', '=', conversationId)
          .where('author', '=', 'taxpayer')
          .orderBy('seq', 'desc')
          .limit(10)
          .execute()
        const said = last.toReversed().map(({ id, at, body }) => {
          const parsed = JSON.parse(body) as MessageBody
          return { ...remember({ id, text: parsed.kind === 'text' ? parsed.text : '', hits: [], isPicked: false, at }), at }
        })
        const reported = { ...remember({ id: uuidv7() as MessageId, text: '', hits: [], isPicked: false, at: now }) }
        const standings = await selectStandings(trx, [taxpayerId], now)
        const earlier = standings.flatMap(({ at, lifted_at, action, until }) =>
          // Somebody restrained as it is, is not restrained twice.
          lifted_at === null && !(isRestraining(action) && until !== null && until > now) ? at : [],
        )
        const judged = judge((await policyIn(trx)).rules, [], reported, earlier, true)
        if (!judged) return null
        const appending = beginAppending(trx, after, bus, now)
        const offender = {
          personId: taxpayerId,
          officeId: conversation.office_id,
          conversation,
          report: { by: personId, remark: remark.trim() },
        }
        const row = await intercept({ trx, after, now, bus, hooks, appending }, offender, { ...judged, messages: said })
        await appending.store()
        return row.number
      }),
  }
}
