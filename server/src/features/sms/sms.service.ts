// Texts are stored in the transaction that decides them, and sent after it: what was decided is sent, and what was not is not.
// With no gateway they wait in the 短信发件箱 for somebody to send them by hand.
import type { SmsMessage, SmsTemplate, SmsValues } from '@zhengna/contract/domain/sms.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Writer } from '../../platform/database/database.ts'
import { oneAtATime } from '../../platform/one-at-a-time.ts'
import type { SmsGateway } from './http-gateway.ts'
import { changeSms, dueSms, findSms, selectSms, textOf, toSmsMessage, type SmsRange, type SmsRow } from './sms.store.ts'

export interface SmsToTell {
  /** As `readMobileNumber` gives it. */
  readonly phone: string
  readonly template: SmsTemplate
  readonly values: SmsValues
  /** Names what it is about: nobody is texted it a second time. */
  readonly dedupeKey: string
}

export interface Sms {
  /** Inside another's transaction; sent after it. */
  send(trx: Writer, after: AfterCommit, message: SmsToTell, now: number): Promise<void>
  list(range: SmsRange): Promise<{ items: SmsMessage[]; total: number; hasGateway: boolean }>
  /** Errors: SMS_NOT_FOUND, SMS_NO_GATEWAY, SMS_STATE_WRONG. */
  resend(id: number): Promise<SmsMessage>
  /** Errors: SMS_NOT_FOUND, SMS_STATE_WRONG. */
  markSent(id: number): Promise<SmsMessage>
  /** Sends what is due. May be called by several servers at once: each message is tried by one of them. */
  dispatch(): Promise<void>
}

export interface SmsParts {
  readonly database: Database
  readonly clock: Clock
  /** null: none is configured. */
  readonly gateway: SmsGateway | null
  readonly onError: (error: unknown) => void
}

const MINUTE_MS = 60_000
/** After the first attempt, the second …; then it has failed. */
const AGAIN_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS] as const
/** A server that dies while it sends leaves the message to the others after this. */
const LEASE_MS = 2 * MINUTE_MS
const SENT_AT_ONCE = 20

export function createSms({ database, clock, gateway, onError }: SmsParts): Sms {
  const attempt = async (row: SmsRow, ask: SmsGateway): Promise<void> => {
    const attempts = row.attempts + 1
    // Taken by whoever counts the attempt first.
    const isMine = await database.write((trx) => changeSms(trx, row, { attempts, due_at: clock.now() + LEASE_MS }))
    if (!isMine) return
    const { id, phone, template } = row
    const problem = await ask({ id, phone, template, values: JSON.parse(row.template_values) as SmsValues, text: textOf(row) }).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : 'failed'),
    )
    const again = AGAIN_AFTER_MS[attempts - 1]
    const now = clock.now()
    await database.write((trx) =>
      changeSms(
        trx,
        { id, state: 'pending', attempts },
        problem === null
          ? { state: 'sent', sent_at: now, problem: '' }
          : again === undefined
            ? { state: 'failed', problem }
            : { due_at: now + again, problem },
      ),
    )
  }

  const dispatch = oneAtATime(async () => {
    if (!gateway) return
    for (const row of await dueSms(database.reader, clock.now(), SENT_AT_ONCE)) await attempt(row, gateway)
  })

  const change = (
    id: number,
    states: readonly SmsRow['state'][],
    set: (now: number) => Parameters<typeof changeSms>[2],
    then: (after: AfterCommit) => void = () => undefined,
  ): Promise<SmsMessage> =>
    database.write(async (trx, after) => {
      const row = await findSms(trx, id)
      if (!row) throw new DomainError('SMS_NOT_FOUND')
      if (!states.includes(row.state)) throw new DomainError('SMS_STATE_WRONG')
      await changeSms(trx, row, set(clock.now()))
      then(after)
      return toSmsMessage({ ...row, ...set(clock.now()) })
    })
  const dispatchSoon = (after: AfterCommit): void => after(() => void dispatch().catch(onError))

  return {
    async send(trx, after, { phone, template, values, dedupeKey }, now) {
      await trx
        .insertInto('sms_messages')
        .values({
          at: now,
          phone,
          template,
          template_values: JSON.stringify(values),
          state: gateway ? 'pending' : 'held',
          due_at: now,
          dedupe_key: dedupeKey,
        })
        .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
        .execute()
      if (gateway) dispatchSoon(after)
    },
    async list(range) {
      const { rows, total } = await selectSms(database.reader, range)
      return { items: rows.map(toSmsMessage), total, hasGateway: gateway !== null }
    },
    async resend(id) {
      if (!gateway) throw new DomainError('SMS_NO_GATEWAY')
      return change(id, ['held', 'failed'], (now) => ({ state: 'pending', attempts: 0, due_at: now, problem: '' }), dispatchSoon)
    },
    markSent: (id) => change(id, ['held', 'failed'], (now) => ({ state: 'sent', sent_at: now, problem: '' })),
    dispatch,
  }
}
