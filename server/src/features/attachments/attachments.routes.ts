import * as contract from '@zhengna/contract/http/attachments.ts'
import { decodeBase64 } from '../../platform/http/base64.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Attachments } from './attachments.service.ts'

export function registerAttachmentRoutes(implement: Implement, attachments: Attachments): void {
  implement(contract.beginAttachment, ({ caller, body }) => attachments.begin(caller, body))
  implement(contract.putAttachmentPiece, ({ caller, params, body }) =>
    attachments.receive(caller, params.attachmentId, body.offset, decodeBase64(body.bytes, 'bytes')),
  )
  implement(contract.removeAttachment, async ({ caller, params }) => {
    await attachments.remove(caller, params.attachmentId)
    return {}
  })
}
