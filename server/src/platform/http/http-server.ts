// Fastify with what every route shares: headers, limits, errors, the API document, health and metrics.
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify'
import { failure } from '@zhengna/contract/errors.ts'
import type { Config } from '../../config.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { registerErrors } from './errors.ts'
import { compileValidator } from './validation.ts'

export async function createHttpServer(config: Config, log: Log, metrics: Metrics): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    // Addresses and paths of every request are not worth keeping; failures are logged where they happen.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    // An address that is none never reaches a route, nor the error handler.
    frameworkErrors: refuseAddress,
  }) as unknown as FastifyInstance
  app.setValidatorCompiler(compileValidator)
  // What was begun is answered, and its connection not kept: a stop waits for nobody who only keeps one open.
  let stopping = false
  app.addHook('preClose', (done) => {
    stopping = true
    done()
  })
  app.addHook('onSend', (_, reply, payload, done) => {
    if (stopping) reply.header('connection', 'close')
    done(null, payload)
  })
  app.decorateRequest('caller', null)
  registerErrors(app)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], upgradeInsecureRequests: null } },
  })
  await app.register(rateLimit, { max: config.requestsPerMinutePerAddress, timeWindow: 60_000 })
  await app.register(swagger, {
    openapi: {
      info: {
        title: '征纳互动 API',
        version: '1',
        description: 'Requests. What happens live comes over the WebSocket at /api/live (docs/architecture.md).',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.get('/api/health', { schema: { hide: true }, config: { rateLimit: false } }, () => ({ status: 'ok' }))
  app.get('/metrics', { schema: { hide: true }, config: { rateLimit: false } }, async (_, reply) => {
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return app
}

function refuseAddress(_error: unknown, _request: unknown, reply: FastifyReply): void {
  void reply.code(404).send({ error: failure('NOT_FOUND') })
}
