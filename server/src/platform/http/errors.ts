// One shape for every refusal: { error: { code, message, detail? } } with the catalogue's status.
import type { FastifyError, FastifyInstance } from 'fastify'
import { catalogue, DomainError, failure } from '@zhengna/contract/errors.ts'
import type { Failure } from '@zhengna/contract/result.ts'

export function registerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_, reply) => reply.status(404).send({ error: failure('NOT_FOUND') }))
  app.setErrorHandler((error: FastifyError | DomainError, request, reply) => {
    const made = asFailure(error)
    if (made.code === 'INTERNAL') request.log.error({ err: error }, 'request failed')
    return reply.status(catalogue[made.code].status).send({ error: made })
  })
}

function asFailure(error: FastifyError | DomainError): Failure {
  if (error instanceof DomainError) return error.failure
  if (error.validation) return failure('REQUEST_INVALID', { reason: describe(error) })
  switch (error.statusCode) {
    case 400:
    case 415:
      return failure('REQUEST_INVALID', { reason: '格式不正确' })
    case 413:
      return failure('FRAME_TOO_LARGE')
    case 429:
      return failure('RATE_LIMITED', { seconds: 60 })
    default:
      return failure('INTERNAL')
  }
}

/** The field and the rule it broke, without echoing what was sent. */
function describe(error: FastifyError): string {
  const [first] = error.validation ?? []
  const { missingProperty } = first?.params ?? {}
  const missing = typeof missingProperty === 'string' ? missingProperty : (error.validationContext ?? '')
  const path = first?.instancePath.split('/').filter(Boolean).join('.') ?? ''
  return `${path === '' ? missing : path}（${first?.keyword ?? 'format'}）`
}
