// The bytes of an attachment, whole or a range, for whoever may read it.
import type { FastifyInstance } from 'fastify'
import { attachmentHeaders } from '@zhengna/contract/domain/attachment.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import type { Blobs } from '../../platform/blobs/blobs.ts'
import type { CallerOf } from '../../platform/http/implement.ts'
import { parseRange } from '../../platform/http/byte-range.ts'
import type { Attachments } from './attachments.service.ts'

export function serveAttachments(app: FastifyInstance, callerOf: CallerOf, attachments: Attachments, blobs: Blobs): void {
  app.get<{ Params: { attachmentId: string } }>(
    '/api/attachments/:attachmentId/content',
    { schema: { hide: true } },
    async (request, reply) => {
      const caller = await callerOf(request, 'signed-in')
      const { attachment, sha256 } = await attachments.open(caller, request.params.attachmentId as AttachmentId)
      if (!(await blobs.has(sha256))) throw new DomainError('ATTACHMENT_NOT_FOUND')
      const { sizeBytes } = attachment
      reply.headers({ ...attachmentHeaders(attachment), 'accept-ranges': 'bytes' })
      const range = parseRange(request.headers.range, sizeBytes)
      if (range === 'unsatisfiable') return reply.status(416).header('content-range', `bytes */${sizeBytes}`).send()
      const { start, end } = range ?? { start: 0, end: sizeBytes - 1 }
      if (range) reply.status(206).header('content-range', `bytes ${start}-${end}/${sizeBytes}`)
      return reply.header('content-length', end - start + 1).send(blobs.read(sha256, { start, end }))
    },
  )
}
