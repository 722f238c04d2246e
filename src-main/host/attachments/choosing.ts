// A file on its way from a window to this machine's disk: judged by its name before the first piece, by its content after the last.
import { uuidv7 } from 'uuidv7'
import { attachmentExtensionOf, attachmentTypesInWords, tidyAttachmentName } from '@zhengna/contract/domain/attachment.ts'
import { isAttachmentContent } from '@zhengna/contract/domain/attachment-content.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { fail, ok, type Failure, type Result } from '@zhengna/contract/result.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { ChosenFiles } from './chosen-files.ts'

export interface ChosenPiece {
  readonly formKey: string
  /** null: the file begins. */
  readonly attachmentId: AttachmentId | null
  readonly name: string
  readonly sizeBytes: number
  readonly offset: number
  /** base64 */
  readonly bytes: string
}

export type Choose = (piece: ChosenPiece) => Promise<Result<{ attachmentId: AttachmentId; isWhole: boolean }>>

const MEGABYTE = 1024 * 1024

export function createChoosing(cache: PersonCache, files: ChosenFiles): Choose {
  /** How much of each has come. */
  const arriving = new Map<AttachmentId, number>()

  return async ({ formKey, attachmentId, name: given, sizeBytes, offset, bytes }) => {
    const name = tidyAttachmentName(given)
    const refusal = refusalOf(name, sizeBytes, (await cache.attachmentsOf(formKey)).length)
    if (refusal) return fail(refusal)
    const id = attachmentId ?? (uuidv7() as AttachmentId)
    const piece = Buffer.from(bytes, 'base64')
    const came = offset + piece.length
    if (offset !== (attachmentId === null ? 0 : arriving.get(id)) || came > sizeBytes || piece.length === 0)
      return fail(failure('ATTACHMENT_NOT_FOUND'))
    await files.write(id, offset, piece)
    arriving.set(id, came)
    if (came < sizeBytes) return ok({ attachmentId: id, isWhole: false })
    arriving.delete(id)
    const extension = attachmentExtensionOf(name)
    if (extension === null || !isAttachmentContent(extension, await files.read(id))) {
      await files.remove(id)
      return fail(typeRefused())
    }
    await cache.addAttachment({ id, formKey, name, sizeBytes })
    return ok({ attachmentId: id, isWhole: true })
  }
}

function refusalOf(name: string, sizeBytes: number, held: number): Failure | null {
  if (attachmentExtensionOf(name) === null) return typeRefused()
  if (sizeBytes > limits.attachmentMaxBytes) return failure('ATTACHMENT_TOO_LARGE', { megabytes: limits.attachmentMaxBytes / MEGABYTE })
  if (sizeBytes === 0) return failure('ATTACHMENT_EMPTY', { name })
  return held >= limits.attachmentsMax ? failure('ATTACHMENT_FORM_FULL', { max: limits.attachmentsMax }) : null
}

const typeRefused = (): Failure => failure('ATTACHMENT_TYPE_REFUSED', { types: attachmentTypesInWords })
