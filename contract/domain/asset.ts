// Pictures, videos and files of answers: what may be uploaded, and as what it is served. The name's end says which.
export const assetTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  webm: 'video/webm',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type AssetExtension = keyof typeof assetTypes
export const assetExtensions = Object.keys(assetTypes) as AssetExtension[]

const FORM = /^[a-z0-9][a-z0-9-]*\.([a-z0-9]{2,5})$/

/** null for what is no asset's name: nothing that is not in the table above is ever served, SVG (which carries script) least of all. */
export function assetTypeOf(name: string): string | null {
  const extension = FORM.exec(name)?.[1]
  return extension !== undefined && Object.hasOwn(assetTypes, extension) ? assetTypes[extension as AssetExtension] : null
}
