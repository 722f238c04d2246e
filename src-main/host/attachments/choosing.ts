// A file on its way from a window to this machine's disk: judged by its name before the first piece, by its content after the last.
import { uuidv7 } from 'uuidv7'
import { tidyAttachmentName } from '@zhengna/contract/domain/attachment.ts'
import { judgedFile, useRules } from '@zhengna/contract/domain/attachment-use.ts'
import { isAttachmentContent } from '@zhengna/contract/domain/attachment-content.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { AttachmentId } from '@zhengna/contract/ids.ts'
import { useOfForm } from '@zhengna/contract/host/attachments.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'
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

export function createChoosing(cache: PersonCache, files: ChosenFiles): Choose {
  /** How much of each has come. */
  const arriving = new Map<AttachmentId, number>()

  return async ({ formKey, attachmentId, name: given, sizeBytes, offset, bytes }) => {
    const name = tidyAttachmentName(given)
    const use = useOfForm(formKey)
    const judged = judgedFile(use, { name, sizeBytes })
    if (!judged.ok) return judged
    if ((await cache.attachmentsOf(formKey)).length >= limits.attachmentsMax)
      return fail(failure('ATTACHMENT_FORM_FULL', { max: limits.attachmentsMax }))
    const id = attachmentId ?? (uuidv7() as AttachmentId)
    const piece = Buffer.from(bytes, 'base64')
    const came = offset + piece.length
    if (offset !== (attachmentId === null ? 0 : arriving.get(id)) || came > sizeBytes || piece.length === 0)
      return fail(failure('ATTACHMENT_NOT_FOUND'))
    await files.write(id, offset, piece)
    arriving.set(id, came)
    if (came < sizeBytes) return ok({ attachmentId: id, isWhole: false })
    arriving.delete(id)
    if (!isAttachmentContent(judged.extension, await files.read(id))) {
      await files.remove(id)
      return fail(useRules[use].typeRefused)
    }
    await cache.addAttachment({ id, formKey, name, sizeBytes })
    return ok({ attachmentId: id, isWhole: true })
  }
}
