// Who waits while an agent takes over a conversation that is served already: nobody is passed by without the reason.
import type { ConversationId, OfficeId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { recordSkips } from './offers.store.ts'
import { listWaiting } from './tickets.store.ts'

/** How many wait for each group of an office; groups nobody waits for are not among them. */
export async function waitingByGroup(db: Reader, officeId: OfficeId): Promise<Map<SkillGroupId, number>> {
  const counts = new Map<SkillGroupId, number>()
  for (const { skill_group_id } of await listWaiting(db, officeId)) counts.set(skill_group_id, (counts.get(skill_group_id) ?? 0) + 1)
  return counts
}

/** An agent of these groups has one place less for whoever waits for them. */
export async function recordPassedBy(
  trx: Writer,
  conversation: { readonly id: ConversationId; readonly office_id: OfficeId },
  groups: readonly SkillGroupId[],
  now: number,
): Promise<void> {
  // The place by which the conversation came to be served; one that began with an appointment never had one.
  const own = await trx
    .selectFrom('tickets')
    .select('id')
    .where('office_id', '=', conversation.office_id)
    .where('conversation_id', '=', conversation.id)
    .orderBy('enqueued_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!own) return
  const waiting = (await listWaiting(trx, conversation.office_id)).filter(
    ({ state, skill_group_id }) => state === 'waiting' && groups.includes(skill_group_id),
  )
  await recordSkips(
    trx,
    waiting.map(({ id }) => ({ ticketId: id, reason: 'transferred' as const })),
    own.id,
    now,
  )
}
