// Between the front and its worker: a picture goes in, its lines come out. One at a time, so there is nothing to number.
import type { ReadLine } from '@zhengna/answering/reading/read-line.ts'
import type { PictureKind } from './picture-kind.ts'

export interface ReadRequest {
  readonly kind: PictureKind
  readonly picture: Uint8Array
}

/** Told once, when the engine has started: on a slow machine that alone may take longer than reading ever should. */
export const STARTED = 'started'

export type ReadReply = { readonly ok: true; readonly lines: readonly ReadLine[] } | { readonly ok: false; readonly isUnreadable: boolean }
