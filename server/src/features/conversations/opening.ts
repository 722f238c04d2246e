// Opening a conversation for a taxpayer who has none open.
import { initialDialogue } from '@zhengna/answering/engine.ts'
import type { ConversationId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import type { Writer } from '../../platform/database/database.ts'
import { nextOrdinal, type ConversationRow } from './conversations.store.ts'

/** Everybody's questions go to 综合服务 until skill groups can be chosen by subject. */
export const GENERAL_GROUP = 'general' as SkillGroupId

/** null where the taxpayer is not in the register. */
export async function openConversation(
  trx: Writer,
  taxpayerId: PersonId,
  id: ConversationId,
  now: number,
): Promise<ConversationRow | null> {
  const taxpayer = await trx.selectFrom('people').select('office_id').where('id', '=', taxpayerId).executeTakeFirst()
  if (!taxpayer) return null
  const row = await trx
    .insertInto('conversations')
    .values({
      id,
      ordinal: await nextOrdinal(trx, taxpayerId),
      taxpayer_id: taxpayerId,
      office_id: taxpayer.office_id,
      skill_group_id: GENERAL_GROUP,
      stage: 'bot',
      agent_id: null,
      hand_over_reason: null,
      opened_at: now,
      served_at: null,
      ended_at: null,
      ended_by: null,
      rating_state: 'none',
      rating_outcome: null,
      rating_remark: null,
      rated_at: null,
      dialogue: JSON.stringify(initialDialogue),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...row, agent_number: null }
}
