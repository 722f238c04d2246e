// An attachment (附件材料) of a leave-message, an appointment or a work order: a file that was uploaded before it was submitted.
import { Type, type Static } from 'typebox'
import { AttachmentId } from '../ids.ts'

/** The manual's list. By what each is shown: pictures and videos in the window; avi, which no window plays, and the rest are downloaded. */
export const attachmentKinds = {
  gif: 'picture',
  jpg: 'picture',
  png: 'picture',
  wmv: 'file',
  rmvb: 'file',
  mp4: 'video',
  avi: 'file',
  wav: 'sound',
  mp3: 'sound',
  txt: 'file',
  doc: 'file',
  wps: 'file',
  docx: 'file',
  xls: 'file',
  xlsx: 'file',
  pdf: 'file',
  ofd: 'file',
} as const
export type AttachmentExtension = keyof typeof attachmentKinds
export type AttachmentKind = (typeof attachmentKinds)[AttachmentExtension]
export const attachmentExtensions = Object.keys(attachmentKinds) as AttachmentExtension[]

/** The end of a file's name, in small letters; null where it is none that may be attached. `jpeg` is read as `jpg`. */
export function attachmentExtensionOf(name: string): AttachmentExtension | null {
  const end = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const extension = end === 'jpeg' ? 'jpg' : end
  return Object.hasOwn(attachmentKinds, extension) ? (extension as AttachmentExtension) : null
}

export const Attachment = Type.Object({
  id: AttachmentId,
  /** As the taxpayer's machine named it. */
  name: Type.String(),
  extension: Type.Unsafe<AttachmentExtension>(Type.Union(attachmentExtensions.map((e) => Type.Literal(e)))),
  sizeBytes: Type.Integer({ minimum: 0 }),
})
export type Attachment = Static<typeof Attachment>

export const attachmentKindOf = ({ extension }: Attachment): AttachmentKind => attachmentKinds[extension]
