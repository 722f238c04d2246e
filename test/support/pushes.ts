// Pushes on a store of their own: real database, notices and sensitive words; nothing is sent until a test says so.
import { uuidv7 } from 'uuidv7'
import { everybody, type PushAudience } from '@zhengna/contract/domain/push-audience.ts'
import type { Push, PushContent } from '@zhengna/contract/domain/push-record.ts'
import type { TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { OfficeId, PersonId, PushId } from '@zhengna/contract/ids.ts'
import { createGuardedWriting, createTextGuard } from '../../server/src/features/guard/index.ts'
import { createDelivery, createPushes, type Delivery, type Pushes } from '../../server/src/features/pushes/index.ts'
import type { Caller } from '../../server/src/platform/auth/tokens.ts'
import { openJournalStand, type JournalStand } from './journal.ts'

export interface PushStand extends JournalStand {
  readonly pushes: Pushes
  /** Another server's on the same store. */
  otherServer(): Delivery
  readonly delivery: Delivery
  readonly admin: Caller
  supervisor(officeId: OfficeId): Caller
  /** In the register, with what is known of them. */
  known(officeId: OfficeId, profile: Partial<TaxpayerProfile>, tags?: readonly string[]): Promise<Caller>
  content(change?: Partial<Omit<PushContent, 'audience'>>, audience?: Partial<PushAudience>): PushContent
  draft(by: Caller, content: PushContent): Promise<Push>
  /** Written, and sent whole. */
  sent(by: Caller, content: PushContent): Promise<Push>
  /** The titles a taxpayer has, newest first. */
  titlesOf(person: Caller): Promise<string[]>
}

export async function openPushStand(): Promise<PushStand> {
  const stand = await openJournalStand()
  const { database, clock, notices } = stand
  const writing = createGuardedWriting({ database, clock, guard: createTextGuard(stand.guard) })
  const otherServer = (): Delivery => createDelivery({ database, clock, notices })
  const delivery = otherServer()
  const pushes = createPushes({
    database,
    writing,
    questionOf: (id) => (id === 'deed-tax-rate' ? '契税税率是多少？' : null),
    dispatchSoon: () => undefined,
  })
  const officer = (personId: string, role: Caller['role'], officeId: OfficeId): Caller => ({
    personId: personId as PersonId,
    role,
    officeId,
    sessionId: 'test',
    expiresAt: Number.MAX_SAFE_INTEGER,
  })
  const content: PushStand['content'] = (change = {}, audience = {}) => ({
    kind: 'todo',
    title: '请确认申报信息',
    text: '请于**月底前**确认。',
    link: null,
    ...change,
    audience: { ...everybody, ...audience },
  })
  const draft: PushStand['draft'] = (by, filled) => pushes.save(by, uuidv7() as PushId, filled, 0)
  return {
    ...stand,
    pushes,
    otherServer,
    delivery,
    admin: officer('admin001', 'admin', 'demo-office-1' as OfficeId),
    supervisor: (officeId) => officer('bz001', 'supervisor', officeId),
    async known(officeId, profile, tags = []) {
      const person = await stand.taxpayer(officeId)
      await database.write(async (trx) => {
        const whole = { taxpayerNumber: '91000000MA00000018', audiences: [], industry: null, phone: null, ...profile }
        await trx
          .updateTable('people')
          .set({ taxpayer: JSON.stringify(whole) })
          .where('id', '=', person.personId)
          .execute()
        for (const tag of tags) await trx.insertInto('taxpayer_tags').values({ person_id: person.personId, tag }).execute()
      })
      return person
    },
    content,
    draft,
    async sent(by, filled) {
      const { id, lock } = await draft(by, filled)
      await pushes.send(by, id, lock, null)
      await delivery.dispatch()
      return pushes.get(by, id)
    },
    titlesOf: async (person) => (await notices.list(person, { limit: 100 })).notices.map(({ title }) => title),
  }
}
