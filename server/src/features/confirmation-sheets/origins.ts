// In what a confirmation sheet is sent: who may send one there, and to whom it goes.
import type { SheetOrigin } from '@zhengna/contract/domain/confirmation-sheet-record.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ConversationId, PersonId } from '@zhengna/contract/ids.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Reader } from '../../platform/database/database.ts'
import { findConversation, type ConversationRow } from '../conversations/index.ts'
import { mustBeFree, ofOffice } from '../leave-messages/index.ts'
import { mustBeOpenTo } from '../work-orders/index.ts'

interface OriginFound {
  readonly taxpayerId: PersonId
  /** In whose stream it stands. */
  readonly conversation: ConversationRow | null
}

/** Errors: as the route says. */
export async function findOrigin(db: Reader, caller: Caller, origin: SheetOrigin): Promise<OriginFound> {
  switch (origin.kind) {
    case 'conversation': {
      const conversation = await served(db, caller, origin.id)
      return { taxpayerId: conversation.taxpayer_id, conversation }
    }
    case 'leave-message': {
      const row = await ofOffice(db, caller, origin.id)
      mustBeFree(caller, row)
      return { taxpayerId: row.taxpayer_id, conversation: null }
    }
    case 'work-order':
      return { taxpayerId: (await mustBeOpenTo(db, caller, origin.id)).taxpayer_id, conversation: null }
  }
}

/** Errors: CONVERSATION_NOT_FOUND (none of the office's), CONVERSATION_STAGE_WRONG (not live, or a colleague's). */
async function served(db: Reader, caller: Caller, id: ConversationId): Promise<ConversationRow> {
  const row = await findConversation(db, id)
  if (row?.office_id !== caller.officeId) throw new DomainError('CONVERSATION_NOT_FOUND')
  if (row.stage !== 'live' || row.agent_id !== caller.personId) throw new DomainError('CONVERSATION_STAGE_WRONG')
  return row
}
