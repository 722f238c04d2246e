// Pictures and files into a talk: in its stream from the moment they are sent, at the server once they are uploaded.
import { uuidv7 } from 'uuidv7'
import { isTalkPicture, talkExtensionOf } from '@zhengna/contract/domain/talk-file.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { talkFormKey } from '@zhengna/contract/host/attachments.ts'
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'
import type { AttachmentId, ConversationId, MessageId } from '@zhengna/contract/ids.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
import type { PersonScope } from '../person-scope.ts'

export interface FileCall {
  readonly conversationId: ConversationId
  readonly attachmentId: AttachmentId
}

/** Errors: CONVERSATION_NOT_FOUND, TALK_FILE_NOT_SERVED, ATTACHMENT_NOT_FOUND. */
export async function sendFile(
  { cache, attachments }: PersonScope,
  { conversationId, attachmentId }: FileCall,
): Promise<Result<LocalMessage>> {
  const held = await cache.conversation(conversationId)
  if (!held) return fail(failure('CONVERSATION_NOT_FOUND'))
  if (held.conversation.stage !== 'live') return fail(failure('TALK_FILE_NOT_SERVED'))
  const formKey = talkFormKey(conversationId)
  const file = await attachments.chosen(formKey, attachmentId)
  const extension = file && talkExtensionOf(file.name)
  if (!extension) return fail(failure('ATTACHMENT_NOT_FOUND'))
  const attachment = { id: attachmentId, name: file.name, extension, sizeBytes: file.sizeBytes }
  const message = await cache.enqueue({
    id: uuidv7() as MessageId,
    conversationId,
    body: isTalkPicture(extension) ? { kind: 'picture', attachment, size: null } : { kind: 'file', attachment },
    articleId: null,
    origin: null,
    at: Date.now(),
  })
  await attachments.begun(formKey)
  return ok(message)
}

/** A file that is not at the server yet: its message is given up as one that failed. Once it is there, nobody can say whether the message is too. */
export async function giveUpWaiting({ cache, attachments }: PersonScope, id: MessageId, attachmentId: AttachmentId): Promise<void> {
  if ((await attachments.readiness(attachmentId)) === 'waiting') await cache.markFailed(id, failure('ATTACHMENT_NOT_FOUND'))
}
