// A size as people read it: 兆 from one on, KB below.
const KILOBYTE = 1024
const MEGABYTE = 1024 * 1024

export interface SizeInWords {
  readonly key: 'attachments.size.kilobytes' | 'attachments.size.megabytes'
  readonly size: string
}

export const sizeInWords = (sizeBytes: number): SizeInWords =>
  sizeBytes < MEGABYTE
    ? { key: 'attachments.size.kilobytes', size: String(Math.max(1, Math.round(sizeBytes / KILOBYTE))) }
    : { key: 'attachments.size.megabytes', size: (sizeBytes / MEGABYTE).toFixed(1) }

/** Of what is on its way; whole is what the server says is whole. */
export const percentSent = ({ sentBytes, sizeBytes }: { readonly sentBytes: number; readonly sizeBytes: number }): number =>
  Math.min(99, Math.floor((sentBytes / sizeBytes) * 100))
