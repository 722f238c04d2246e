// The bytes of an attachment, whole or a range, for whoever may read it; and what windows show of a picture in a talk.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { attachmentHeaders, displayHeaders } from '@zhengna/contract/domain/attachment.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import type { Blobs } from '../../platform/blobs/blobs.ts'
import type { CallerOf } from '../../platform/http/implement.ts'
import { parseRange } from '../../platform/http/byte-range.ts'
import type { Attachments } from './attachments.service.ts'

interface Of {
  Params: { attachmentId: string }
}
interface Content {
  readonly sha256: string
  readonly sizeBytes: number
  readonly headers: Readonly<Record<string, string>>
}

export function serveAttachments(app: FastifyInstance, callerOf: CallerOf, attachments: Attachments, blobs: Blobs): void {
  const send = async (request: FastifyRequest, reply: FastifyReply, { sha256, sizeBytes, headers }: Content): Promise<FastifyReply> => {
    if (!(await blobs.has(sha256))) throw new DomainError('ATTACHMENT_NOT_FOUND')
    reply.headers({ ...headers, 'accept-ranges': 'bytes' })
    const range = parseRange(request.headers.range, sizeBytes)
    if (range === 'unsatisfiable') return reply.status(416).header('content-range', `bytes */${sizeBytes}`).send()
    const { start, end } = range ?? { start: 0, end: sizeBytes - 1 }
    if (range) reply.status(206).header('content-range', `bytes ${start}-${end}/${sizeBytes}`)
    return reply.header('content-length', end - start + 1).send(blobs.read(sha256, { start, end }))
  }

  app.get<Of>('/api/attachments/:attachmentId/content', { schema: { hide: true } }, async (request, reply) => {
    const caller = await callerOf(request, 'signed-in')
    const { attachment, sha256 } = await attachments.open(caller, request.params.attachmentId as AttachmentId)
    return send(request, reply, { sha256, sizeBytes: attachment.sizeBytes, headers: attachmentHeaders(attachment) })
  })
  app.get<Of>('/api/attachments/:attachmentId/display', { schema: { hide: true } }, async (request, reply) => {
    const caller = await callerOf(request, 'signed-in')
    const display = await attachments.openDisplay(caller, request.params.attachmentId as AttachmentId)
    return send(request, reply, { ...display, headers: displayHeaders })
  })
}
