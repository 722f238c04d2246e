// An attachment: a file that was uploaded before what it belongs to was submitted. 附件材料 of a leave-message, an appointment or a work
// order (this file's list), or a picture or file of a live conversation (talk-file.ts).
import { Type, type Static } from 'typebox'
import { AttachmentId } from '../ids.ts'
import { limits } from '../limits.ts'
import { fileEnding, talkExtensions, type TalkExtension } from './talk-file.ts'

/** The manual's list for records. By what each is shown: pictures and videos in the window; avi, which no window plays, and the rest are downloaded. */
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
export type RecordExtension = keyof typeof attachmentKinds
export type AttachmentExtension = RecordExtension | TalkExtension
export type AttachmentKind = (typeof attachmentKinds)[RecordExtension]
export const recordExtensions = Object.keys(attachmentKinds) as RecordExtension[]

/** The end of a file's name, in small letters; null where it is none that a record takes. `jpeg` is read as `jpg`. */
export function recordExtensionOf(name: string): RecordExtension | null {
  const end = fileEnding(name)
  const extension = end === 'jpeg' ? 'jpg' : end
  return Object.hasOwn(attachmentKinds, extension) ? (extension as RecordExtension) : null
}

/** Nothing of a path, nothing that cannot be seen, nothing that turns the direction of writing: a name would read as if it ended otherwise. */
const REFUSED_IN_NAME = '\\u0000-\\u001f\\u007f/\\\\\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'
export const AttachmentName = Type.String({
  minLength: 1,
  maxLength: limits.attachmentNameMaxLength,
  pattern: `^[^${REFUSED_IN_NAME}]+$`,
})

/** A machine's name as one that is taken: what is refused becomes _, what is too long is shortened before its end. */
export function tidyAttachmentName(name: string): string {
  const tidy = name.replace(new RegExp(`[${REFUSED_IN_NAME}]`, 'g'), '_')
  const spare = tidy.length - limits.attachmentNameMaxLength
  if (spare <= 0) return tidy
  const end = /\.[^.]{1,8}$/.exec(tidy)?.[0] ?? ''
  return `${tidy.slice(0, tidy.length - end.length - spare)}${end}`
}

export const Attachment = Type.Object({
  id: AttachmentId,
  /** As the taxpayer's machine named it. */
  name: Type.String(),
  extension: Type.Unsafe<AttachmentExtension>(
    Type.Union([...new Set<AttachmentExtension>([...recordExtensions, ...talkExtensions])].map((e) => Type.Literal(e))),
  ),
  sizeBytes: Type.Integer({ minimum: 0 }),
})
export type Attachment = Static<typeof Attachment>

/** How far an upload is. `receivedBytes`: the offset to go on from; `isUploaded`: whole, and its content is what its name says. */
export const UploadProgress = Type.Object({
  attachment: Attachment,
  receivedBytes: Type.Integer({ minimum: 0 }),
  isUploaded: Type.Boolean(),
})
export type UploadProgress = Static<typeof UploadProgress>

/** A picture of a talk that is none of a record's is shown by its display picture, and itself kept. */
export const attachmentKindOf = ({ extension }: Attachment): AttachmentKind =>
  Object.hasOwn(attachmentKinds, extension) ? attachmentKinds[extension as RecordExtension] : 'file'

const shownTypes: Partial<Record<AttachmentExtension, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
}

/** As what it is served: what a window shows or plays as that, all else as bytes to be kept. */
const attachmentTypeOf = (extension: AttachmentExtension): string => shownTypes[extension] ?? 'application/octet-stream'

/** RFC 6266; the name's letters as RFC 8187 has them, of which encodeURIComponent leaves a few too many. */
function attachmentDisposition(attachment: Attachment): string {
  const name = encodeURIComponent(attachment.name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${attachmentKindOf(attachment) === 'file' ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`
}

/** Whatever is in it, opened by itself it is a document without scripts, forms or an origin. */
export const attachmentHeaders = (attachment: Attachment) => ({
  'content-type': attachmentTypeOf(attachment.extension),
  'content-disposition': attachmentDisposition(attachment),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
})

/** The display picture of one in a talk: made by the server, so that it is always this. */
export const displayHeaders = {
  'content-type': 'image/webp',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
} as const

/** The sentence's `types`: what may be attached to a record. */
export const attachmentTypesInWords = recordExtensions.join('、')
