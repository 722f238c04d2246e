// A picture or file becomes a message of a talk, within the transaction that stores that.
import type { Message } from '@zhengna/contract/domain/message.ts'
import { isTalkPicture } from '@zhengna/contract/domain/talk-file.ts'
import type { AttachmentId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import { findAttachment, toAttachment, type AttachmentRow } from './attachments.store.ts'

export type EnclosedBody = Extract<Message['body'], { kind: 'picture' | 'file' }>

/** Refused are what is somebody else's, what is another message's, and what is not whole. */
export interface Enclosing {
  /** What its message would be, with the name it has; null where it is refused. */
  bodyOf(db: Reader, ownerId: PersonId, id: AttachmentId): Promise<EnclosedBody | null>
  /** It is this message's from now on, under a name that may be said. */
  enclose(trx: Writer, body: EnclosedBody, messageId: MessageId): Promise<void>
}

export const enclosing: Enclosing = {
  async bodyOf(db, ownerId, id) {
    const row = await findAttachment(db, id)
    const isFree = row?.owner_id === ownerId && row.use === 'talk' && row.sha256 !== null && row.record_kind === null
    return isFree ? toBody(row) : null
  },
  async enclose(trx, { attachment }, messageId) {
    await trx
      .updateTable('attachments')
      .set({ record_kind: 'message', record_id: messageId, place: 1, name: attachment.name })
      .where('id', '=', attachment.id)
      .execute()
  },
}

function toBody(row: AttachmentRow): EnclosedBody {
  const attachment = toAttachment(row)
  if (!isTalkPicture(row.extension)) return { kind: 'file', attachment }
  const { display_width: width, display_height: height } = row
  return { kind: 'picture', attachment, size: width !== null && height !== null ? { width, height } : null }
}
