// Who looks at the stream. One's own side stands on the right; the bot speaks for the office.
import type { Author } from '@zhengna/contract/domain/message.ts'

export type Viewer = 'taxpayer' | 'agent'

export const isOwn = (author: Author, viewer: Viewer): boolean => author === viewer
