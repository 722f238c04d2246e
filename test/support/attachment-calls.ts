// A call of every route of attachments, right by its form, about nothing that is there.
import { uuidv7 } from 'uuidv7'
import { attachmentFiles } from './attachment-files.ts'

export const newUpload = { id: uuidv7(), name: '附件.gif', sizeBytes: attachmentFiles.gif.length }
export const piece = { offset: 0, bytes: attachmentFiles.gif.toString('base64') }
const ofNobody = { attachmentId: uuidv7() }

export const attachmentCalls = {
  beginAttachment: () => ({ body: newUpload }),
  putAttachmentPiece: () => ({ params: ofNobody, body: piece }),
  removeAttachment: () => ({ params: ofNobody }),
}
