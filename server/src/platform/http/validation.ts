// Addresses are text and are read as numbers where a route wants one; bodies are JSON and mean what they say.
import { Ajv } from 'ajv'
import type { FastifySchemaCompiler } from 'fastify'

const options = { strict: false, allErrors: false, useDefaults: true } as const
const forAddresses = new Ajv({ ...options, coerceTypes: true })
const forBodies = new Ajv(options)

export const compileValidator: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? forBodies : forAddresses).compile(schema)
