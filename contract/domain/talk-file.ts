// Pictures and files in a live conversation: the manual's two lists, by the ends of names that it knows.

/** The end and what such a file is: some of the manual's are the same picture under another name, some a slip of the pen. */
const pictureEndings = {
  tif: 'tif',
  tiff: 'tif',
  pjp: 'jpg',
  pjeg: 'jpg',
  pjpeg: 'jpg',
  jpg: 'jpg',
  jpeg: 'jpg',
  gpeg: 'jpg',
  jfif: 'jpg',
  xbm: 'xbm',
  jxl: 'jxl',
  svg: 'svg',
  svgz: 'svgz',
  ico: 'ico',
  gif: 'gif',
  webp: 'webp',
  png: 'png',
  bmp: 'bmp',
  avif: 'avif',
} as const
const fileEndings = {
  txt: 'txt',
  xls: 'xls',
  xlsx: 'xlsx',
  doc: 'doc',
  docx: 'docx',
  pdf: 'pdf',
  zip: 'zip',
  rar: 'rar',
  dbf: 'dbf',
} as const
const endings = { ...pictureEndings, ...fileEndings }

export type TalkPictureExtension = (typeof pictureEndings)[keyof typeof pictureEndings]
export type TalkExtension = (typeof endings)[keyof typeof endings]
export const talkPictureExtensions = [...new Set(Object.values(pictureEndings))]
export const talkExtensions = [...new Set(Object.values(endings))]
/** With a dot each: what a file picker lets through. */
export const talkPictureAccept = accepted(pictureEndings)
export const talkFileAccept = accepted(fileEndings)

/** The sentence's `pictures` and `files`. */
export const talkTypesInWords = { pictures: Object.keys(pictureEndings).join('、'), files: Object.keys(fileEndings).join('、') }

/** The end of a name in small letters, without its dot; '' where it has none. */
export const fileEnding = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** What a file of this name must be; null where a talk takes none of its kind. */
export function talkExtensionOf(name: string): TalkExtension | null {
  const ending = fileEnding(name)
  return Object.hasOwn(endings, ending) ? endings[ending as keyof typeof endings] : null
}

export const isTalkPicture = (extension: string): extension is TalkPictureExtension =>
  (talkPictureExtensions as readonly string[]).includes(extension)

function accepted(of: Readonly<Record<string, string>>): string {
  return Object.keys(of)
    .map((ending) => `.${ending}`)
    .join()
}
