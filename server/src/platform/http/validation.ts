// Addresses are text and are read as numbers where a route wants one; bodies are JSON and mean what they say.
import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'

const options = { strict: false, allErrors: false, useDefaults: true } as const
const forAddresses = new Ajv({ ...options, coerceTypes: true })
const forBodies = new Ajv(options)

export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  httpPart === 'body' ? forBodies.compile(schema) : finite(forAddresses.compile(schema))

/** What is read as a number from a text may be infinite (1e400), which the schema's own check lets pass then. */
function finite(validate: ValidateFunction): ValidateFunction {
  const strict = (data: unknown): boolean => {
    const isValid = validate(data)
    const infinite = isValid
      ? Object.entries(data ?? {}).find(([, value]) => typeof value === 'number' && !Number.isFinite(value))
      : undefined
    const error = infinite && {
      instancePath: `/${infinite[0]}`,
      schemaPath: '',
      keyword: 'type',
      params: { type: 'number' },
      message: 'must be a number',
    }
    strict.errors = error ? [error] : validate.errors
    return isValid && !error
  }
  strict.errors = null as ValidateFunction['errors']
  return Object.assign(strict, { schema: validate.schema, schemaEnv: validate.schemaEnv }) as ValidateFunction
}
