import { noticePlaceLabels } from '@zhengna/contract/domain/notice-place.ts'
import type { PushLink } from '@zhengna/contract/domain/push-record.ts'

/** Where its button leads, in a line. */
export function linkText(link: PushLink): string {
  if (link.to === 'place') return noticePlaceLabels[link.place]
  return link.to === 'web' ? link.url : link.question
}
