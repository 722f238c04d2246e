import { DomainError } from '@zhengna/contract/errors.ts'

/** The bytes that a request carries as base64. Errors: REQUEST_INVALID (it is none; Buffer alone would skip what it cannot read). */
export function decodeBase64(text: string, field: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text) throw new DomainError('REQUEST_INVALID', { reason: `${field}（base64）` })
  return bytes
}
