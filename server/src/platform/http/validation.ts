// Addresses are text and are read as numbers where a route wants one; bodies are JSON and mean what they say.
import { Ajv, type ValidateFunction } from 'ajv'
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify'

const options = { strict: false, allErrors: false, useDefaults: true } as const
const forAddresses = new Ajv({ ...options, coerceTypes: true })
const forBodies = new Ajv(options)

type Validator = ReturnType<FastifySchemaCompiler<object>>

export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  httpPart === 'body' ? forBodies.compile(schema) : finite(forAddresses.compile<Record<string, unknown>>(schema))

/** What is read as a number from a text may be infinite (1e400), which the schema's own check lets pass then. */
function finite(validate: ValidateFunction<Record<string, unknown>>): Validator {
  return (data) => {
    if (!validate(data)) return { error: validate.errors as FastifySchemaValidationError[] }
    const infinite = Object.keys(data).find((name) => Math.abs(Number(data[name])) === Infinity && typeof data[name] === 'number')
    return infinite === undefined || { error: [wrongNumber(infinite)] }
  }
}

const wrongNumber = (name: string): FastifySchemaValidationError => ({
  instancePath: `/${name}`,
  schemaPath: '#/type',
  keyword: 'type',
  params: { type: 'number' },
  message: 'must be a number',
})
