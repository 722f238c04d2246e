// How a session ends before its time.
import { editionOf } from '@zhengna/contract/domain/person.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { AfterCommit, Writer } from '../../platform/database/database.ts'
import { recordAudit } from '../audit/index.ts'
import { findPerson } from '../people/index.ts'

export interface Ending {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly bus: Bus
  readonly now: number
  /** For 审计日志; '' where they signed out themselves. */
  readonly why: string
}

export async function endSession({ trx, after, bus, now, why }: Ending, id: string): Promise<void> {
  const session = await trx.selectFrom('sessions').select('person_id').where('id', '=', id).executeTakeFirst()
  const person = session && (await findPerson(trx, session.person_id))
  if (person && editionOf(person.role) === 'console')
    await recordAudit(trx, { at: now, kind: 'sign-out', by: person.id, subject: '', after: why })
  await trx.deleteFrom('sessions').where('id', '=', id).execute()
  after(() => bus.publish('session.ended', { sessionId: id }))
}

/** All of them, but for `kept`. */
export async function endSessionsOf(ending: Ending, personId: PersonId, kept?: string): Promise<void> {
  const open = await ending.trx.selectFrom('sessions').select('id').where('person_id', '=', personId).orderBy('id').execute()
  for (const { id } of open) if (id !== kept) await endSession(ending, id)
}
