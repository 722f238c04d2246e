import { createReadStream } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { DomainError } from '@zhengna/contract/errors.ts'
import * as contract from '@zhengna/contract/http/knowledge.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Assets } from './assets.ts'
import type { Knowledge } from './knowledge.service.ts'

export function registerKnowledgeRoutes(app: FastifyInstance, implement: Implement, knowledge: Knowledge, assets: Assets): void {
  implement(contract.getSnapshot, ({ query }) => knowledge.updateSince(query.version))
  // Pictures, videos and files of answers are public: they hold nothing of anybody's.
  app.get<{ Params: { name: string } }>('/api/knowledge/assets/:name', { schema: { hide: true } }, async ({ params }, reply) => {
    const asset = assets.find(params.name)
    if (!asset) throw new DomainError('NOT_FOUND')
    const { path, contentType, isImmutable } = asset
    return (
      reply
        .type(contentType)
        .header('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=86400')
        // Whatever is in it, opened by itself it is a document without scripts, forms or an origin.
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('content-disposition', /^(image|video)\//.test(contentType) ? 'inline' : 'attachment')
        .send(createReadStream(path))
    )
  })
}
