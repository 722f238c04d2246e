import { createReadStream, existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { digestOf } from '@zhengna/contract/domain/article.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import * as contract from '@zhengna/contract/http/knowledge.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Knowledge } from './knowledge.service.ts'
import { seedFolder } from './seed-folder.ts'

const contentTypes: Record<string, string> = {
  '.png': 'image/png',
  '.webm': 'video/webm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
}

export function registerKnowledgeRoutes(app: FastifyInstance, implement: Implement, knowledge: Knowledge): void {
  implement(contract.getSnapshot, async ({ query }) => {
    const snapshot = knowledge.snapshot()
    if (query.version === snapshot.version) return { version: snapshot.version, update: null }
    return { version: snapshot.version, update: { ...snapshot, base: null, digest: digestOf(snapshot), removed: [] } }
  })
  // Pictures, videos and files of published answers are public: they hold nothing of anybody's.
  app.get<{ Params: { name: string } }>('/api/knowledge/assets/:name', { schema: { hide: true } }, async ({ params }, reply) => {
    const type = /^[a-z0-9][a-z0-9-]*\.[a-z0-9]{2,5}$/.test(params.name) ? contentTypes[extname(params.name)] : undefined
    const file = join(seedFolder, 'assets', params.name)
    if (!type || !existsSync(file)) throw new DomainError('NOT_FOUND')
    return reply.type(type).header('cache-control', 'public, max-age=86400').send(createReadStream(file))
  })
}
