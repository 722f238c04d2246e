// A rule is met: it is written down, told in the conversation, and acted on, all in the transaction that stores the message.
import type { Judged } from '@zhengna/answering/harassment/judge.ts'
import { isRestraining } from '@zhengna/contract/domain/harassment.ts'
import type { InterceptionId, MessageId, OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { uuidv7 } from 'uuidv7'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Writer } from '../../platform/database/database.ts'
import { nextNumber } from '../../platform/database/number-series.ts'
import { endWithin, type Appending, type ConversationRow, type EndingHooks } from '../conversations/index.ts'
import { insertInterception, type InterceptionRow } from './interceptions.store.ts'

export interface Intercepting {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly now: number
  readonly bus: Bus
  readonly hooks: Pick<EndingHooks, 'leaveQueue' | 'ended'>
  /** Stored by the caller. */
  readonly appending: Appending
}

export interface Offender {
  readonly personId: PersonId
  readonly officeId: OfficeId
  /** null: nothing of theirs is stored. */
  readonly conversation: ConversationRow | null
  readonly report: { readonly by: PersonId; readonly remark: string } | null
}

export async function intercept(
  context: Intercepting,
  offender: Offender,
  { rule, condition, messages }: Judged,
): Promise<InterceptionRow> {
  const { trx, after, now, bus, appending } = context
  const { personId, officeId, conversation, report } = offender
  const row: InterceptionRow = {
    id: uuidv7() as InterceptionId,
    number: await nextNumber(trx, 'LJ', now),
    at: now,
    person_id: personId,
    office_id: officeId,
    conversation_id: conversation?.id ?? null,
    condition,
    action: rule.action,
    until: isRestraining(rule.action) ? now + rule.durationSeconds * 1000 : null,
    rule: JSON.stringify(rule),
    messages: JSON.stringify(messages.map(({ id, at, text }) => ({ id: id as MessageId, at, text }))),
    reported_by: report?.by ?? null,
    remark: report?.remark ?? '',
    lifted_at: null,
  }
  await insertInterception(trx, row)
  if (conversation && conversation.stage !== 'ended') {
    const { number, action, until } = row
    appending.addEvent(conversation, { type: 'intercepted', number, condition, action, until })
    if (action === 'end' || action === 'block') await endWithin(context, conversation, 'system', false)
  }
  after(() => bus.publish('interceptions.changed', { officeId }))
  return row
}
