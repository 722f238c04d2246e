// 附件材料 of a form at a window, and pictures and files for a talk: chosen, uploaded, submitted; and those of records and talks, shown or saved.
import { Type } from 'typebox'
import { Attachment } from '../domain/attachment.ts'
import type { AttachmentUse } from '../domain/attachment-use.ts'
import { AttachmentId, type ConversationId, type MessageId } from '../ids.ts'
import { limits } from '../limits.ts'
import type { Failure } from '../result.ts'
import { event, request } from './channel.ts'

/**
 *             upload                 whole
 *   chosen ──────────▶ uploading ─────────────▶ uploaded
 *     ▲ ◀─── cancel ──  │ ▲
 *     │          refused│ │retry
 *     └─── cancel ──  failed
 *
 * 待上传, 上传中, 已上传, 失败. paused: uploading, while there is no line or the server cannot take it; it goes on by itself, also after a restart.
 */
export type LocalAttachmentState = 'chosen' | 'uploading' | 'paused' | 'uploaded' | 'failed'

export interface LocalAttachment {
  /** What a form submits, once it is uploaded. 取消上传 gives the file another. */
  readonly id: AttachmentId
  readonly name: string
  readonly sizeBytes: number
  readonly state: LocalAttachmentState
  readonly sentBytes: number
  /** Why it failed. */
  readonly failure: Failure | null
}

export interface FormAttachments {
  readonly formKey: string
  /** In the order they were chosen. */
  readonly files: readonly LocalAttachment[]
}

/**
 * Which form of this person's: leave-message, appointment, or a record's with its id. talk: with the conversation's id, what is about to
 * be sent there; message: with the message's id, what is on its way.
 */
const formKey = Type.String({ pattern: '^[a-z][a-zA-Z0-9:-]{0,79}$' })
export const talkFormKey = (conversationId: ConversationId): string => `talk:${conversationId}`
export const messageFormKey = (messageId: MessageId): string => `message:${messageId}`
export const useOfForm = (key: string): AttachmentUse => (/^(talk|message):/.test(key) ? 'talk' : 'record')
const ofForm = Type.Object({ formKey })
const ofFile = Type.Object({ attachmentId: AttachmentId })
/** As many bytes as a piece may have, in base64. */
const PIECE_MAX_LENGTH = Math.ceil(limits.uploadPieceMaxBytes / 3) * 4

export const attachmentRequests = {
  'attachments.list': request<FormAttachments>()(ofForm),
  /**
   * A file that was chosen, handed over in pieces, in order: `attachmentId` null with the first, then as told. Listed (待上传) when it is
   * whole. Nothing leaves this machine yet.
   * Errors: ATTACHMENT_TYPE_REFUSED, ATTACHMENT_TOO_LARGE (for a talk TALK_FILE_TYPE_REFUSED, TALK_FILE_TOO_LARGE), ATTACHMENT_EMPTY, ATTACHMENT_FORM_FULL, ATTACHMENT_NOT_FOUND (begin anew), HOST_STORE_FAILED.
   */
  'attachments.add': request<{ readonly attachmentId: AttachmentId; readonly isWhole: boolean }>()(
    Type.Object({
      formKey,
      attachmentId: Type.Union([AttachmentId, Type.Null()]),
      name: Type.String({ minLength: 1, maxLength: 1_000 }),
      sizeBytes: Type.Integer({ minimum: 0 }),
      offset: Type.Integer({ minimum: 0 }),
      bytes: Type.String({ maxLength: PIECE_MAX_LENGTH }),
    }),
  ),
  /** 点击上传: all of the form's that are 待上传. */
  'attachments.upload': request<FormAttachments>()(ofForm),
  /** 取消上传: back to 待上传; what the server has of it is removed. Errors: ATTACHMENT_NOT_FOUND. */
  'attachments.cancel': request<FormAttachments>()(ofFile),
  /** 重试, of one that failed. Errors: ATTACHMENT_NOT_FOUND. */
  'attachments.retry': request<FormAttachments>()(ofFile),
  /** 移除, in any state, here and at the server. Errors: ATTACHMENT_NOT_FOUND. */
  'attachments.remove': request<FormAttachments>()(ofFile),
  /** The form was submitted: its list begins anew. */
  'attachments.submitted': request<FormAttachments>()(ofForm),
  /** The form was given up: all of its files are removed, here and at the server. */
  'attachments.discard': request<FormAttachments>()(ofForm),
  /**
   * One of a record is brought to this machine. `address`: where a window shows it or saves it from, until the person signs out.
   * Errors: ATTACHMENT_NOT_FOUND, HOST_OFFLINE.
   */
  'attachments.fetch': request<{ readonly address: string }>()(Type.Object({ attachment: Attachment })),
  /** The display picture of one in a talk, likewise. Errors: ATTACHMENT_NOT_FOUND, HOST_OFFLINE. */
  'attachments.fetchPicture': request<{ readonly address: string }>()(Type.Object({ attachment: Attachment })),
}

export const attachmentEvents = {
  /** The form's whole list, whenever one of it changes, and as it is sent. */
  'attachments.changed': event<FormAttachments>(),
}
