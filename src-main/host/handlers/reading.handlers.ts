import { questionFromPicture } from '@zhengna/answering/reading/question.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { readingRequests } from '@zhengna/contract/host/reading.ts'
import { fail, ok } from '@zhengna/contract/result.ts'
import type { PictureReader } from '../reading/picture-reader.ts'
import type { HandlersOf } from './context.ts'

export function readingHandlers(reader: PictureReader): HandlersOf<typeof readingRequests> {
  return {
    'reading.read': async ({ picture }) => {
      const startedAt = performance.now()
      const lines = await reader.read(Buffer.from(picture, 'base64'))
      if (!lines.ok) return lines
      const { question, text, confidence } = questionFromPicture(lines.value)
      if (question === '') return fail(failure('PICTURE_HAS_NO_TEXT'))
      return ok({ question, text, confidence, ms: Math.round(performance.now() - startedAt) })
    },
  }
}
