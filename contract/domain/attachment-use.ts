// What a file is uploaded for, and what may be uploaded for it: judged at the desktop before anything leaves it, and again by the server.
import { Type } from 'typebox'
import { failure } from '../errors.ts'
import { limits } from '../limits.ts'
import type { Failure } from '../result.ts'
import { attachmentTypesInWords, recordExtensionOf, type AttachmentExtension } from './attachment.ts'
import { talkExtensionOf, talkTypesInWords } from './talk-file.ts'

/** record: 附件材料 of a form. talk: a picture or file of a live conversation. */
export const attachmentUses = ['record', 'talk'] as const
export type AttachmentUse = (typeof attachmentUses)[number]
export const AttachmentUse = Type.Unsafe<AttachmentUse>(Type.Union(attachmentUses.map((use) => Type.Literal(use))))

const MEGABYTE = 1024 * 1024

export interface UseRules {
  /** null: none that is taken. */
  extensionOf(name: string): AttachmentExtension | null
  readonly typeRefused: Failure
  readonly tooLarge: Failure
  readonly isTooLarge: (sizeBytes: number) => boolean
}

export const useRules: Readonly<Record<AttachmentUse, UseRules>> = {
  record: {
    extensionOf: recordExtensionOf,
    typeRefused: failure('ATTACHMENT_TYPE_REFUSED', { types: attachmentTypesInWords }),
    tooLarge: failure('ATTACHMENT_TOO_LARGE', { megabytes: limits.attachmentMaxBytes / MEGABYTE }),
    isTooLarge: (sizeBytes) => sizeBytes > limits.attachmentMaxBytes,
  },
  talk: {
    extensionOf: talkExtensionOf,
    typeRefused: failure('TALK_FILE_TYPE_REFUSED', talkTypesInWords),
    tooLarge: failure('TALK_FILE_TOO_LARGE', { megabytes: limits.talkFileBelowBytes / MEGABYTE }),
    // The manual: smaller than.
    isTooLarge: (sizeBytes) => sizeBytes >= limits.talkFileBelowBytes,
  },
}

/** Why a file of this name and size is not taken; else what it must be. */
export function judgedFile(
  use: AttachmentUse,
  { name, sizeBytes }: { readonly name: string; readonly sizeBytes: number },
): { readonly ok: true; readonly extension: AttachmentExtension } | { readonly ok: false; readonly error: Failure } {
  const rules = useRules[use]
  const extension = rules.extensionOf(name)
  if (extension === null) return { ok: false, error: rules.typeRefused }
  if (rules.isTooLarge(sizeBytes)) return { ok: false, error: rules.tooLarge }
  if (sizeBytes === 0) return { ok: false, error: failure('ATTACHMENT_EMPTY', { name }) }
  return { ok: true, extension }
}
