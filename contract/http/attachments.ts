// 附件材料, and pictures and files of a talk: an upload that survives a lost line. The bytes themselves: GET /api/attachments/:attachmentId/content,
// and of a talk's picture what a window shows: …/display (docs/architecture.md).
import { Type } from 'typebox'
import { AttachmentName, UploadProgress } from '../domain/attachment.ts'
import { AttachmentUse } from '../domain/attachment-use.ts'
import { AttachmentId } from '../ids.ts'
import { limits } from '../limits.ts'
import { defineRoute } from './route.ts'

const access = ['taxpayer', 'agent', 'supervisor'] as const
const tag = 'attachments'
const params = Type.Object({ attachmentId: AttachmentId })

export const beginAttachment = defineRoute({
  method: 'POST',
  path: '/api/attachments',
  access,
  tag,
  summary:
    'Begins an upload; the same again says how far it is. Errors: ATTACHMENT_TYPE_REFUSED, ATTACHMENT_TOO_LARGE (in a talk TALK_FILE_TYPE_REFUSED, TALK_FILE_TOO_LARGE), ATTACHMENT_EMPTY, ATTACHMENT_TOO_MANY, ATTACHMENT_NOT_FOUND (somebody else’s id), REQUEST_INVALID (the id is another file’s).',
  // No largest size: the route refuses what is too large with a sentence that says how much may be.
  body: Type.Object({
    id: AttachmentId,
    name: AttachmentName,
    sizeBytes: Type.Integer({ minimum: 0 }),
    /** Absent: record. */
    use: Type.Optional(AttachmentUse),
  }),
  reply: UploadProgress,
})

export const putAttachmentPiece = defineRoute({
  method: 'PUT',
  path: '/api/attachments/:attachmentId/piece',
  access,
  tag,
  summary:
    'A piece, in base64. At another offset than what is held it is left alone; the reply says in any case where to go on. With the last one the content is checked: what is refused is deleted. Errors: ATTACHMENT_NOT_FOUND, ATTACHMENT_TYPE_REFUSED, TALK_FILE_TYPE_REFUSED, TALK_PICTURE_UNREADABLE, REQUEST_INVALID (larger than a piece, or past the end).',
  params,
  body: Type.Object({
    offset: Type.Integer({ minimum: 0 }),
    bytes: Type.String({ minLength: 4, contentEncoding: 'base64' }),
  }),
  // As base64 in JSON.
  bodyMaxBytes: Math.ceil(limits.uploadPieceMaxBytes * 1.4),
  waitMaxMs: 60_000,
  reply: UploadProgress,
})

export const removeAttachment = defineRoute({
  method: 'DELETE',
  path: '/api/attachments/:attachmentId',
  access,
  tag,
  summary: '取消上传, or takes back what is not yet submitted. Errors: ATTACHMENT_NOT_FOUND (also: removed before), ATTACHMENT_SUBMITTED.',
  params,
  reply: Type.Object({}),
})
