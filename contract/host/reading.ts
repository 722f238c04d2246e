// Asking by picture: a screenshot is read on this machine and becomes a question, shown for correction before it is sent.
import { Type } from 'typebox'
import { limits } from '../limits.ts'
import { request } from './channel.ts'

export interface PictureReading {
  /** What to ask: the message of the picture without what surrounds it. Never empty, at most 200 characters. */
  readonly question: string
  /** All that was read, a line for each piece. */
  readonly text: string
  /** 0 to 1: how sure the reader was of the question's characters. */
  readonly confidence: number
  readonly ms: number
}

export const readingRequests = {
  /**
   * `picture`: base64 of a PNG, JPEG, WebP, BMP or GIF. It stays on this machine and is not kept.
   * Errors: PICTURE_TOO_LARGE, PICTURE_UNREADABLE, PICTURE_HAS_NO_TEXT, PICTURE_READING_TIMED_OUT, PICTURE_READER_BUSY, PICTURE_READER_FAILED.
   */
  'reading.read': request<PictureReading>()(Type.Object({ picture: Type.String({ maxLength: limits.pictureBase64MaxLength }) }), [
    'taxpayer',
  ]),
}
