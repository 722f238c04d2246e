// A message as it is remembered, and for how long.
import { offencesOf } from '@zhengna/answering/harassment/offence.ts'
import { rememberedMax, type Remembered } from '@zhengna/answering/harassment/judge.ts'
import { windowMaxSeconds } from '@zhengna/contract/domain/harassment.ts'
import type { GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'

const TEXT_MAX = 500
const DAY_MS = 24 * 3_600_000

export interface Heard {
  readonly id: MessageId
  readonly text: string
  readonly hits: readonly GuardHit[]
  readonly isPicked: boolean
  readonly at: number
}

export const remember = ({ id, text, hits, isPicked, at }: Heard): Remembered => ({
  id,
  at,
  writtenAt: writtenAt(id, at),
  text: text.slice(0, TEXT_MAX),
  offences: offencesOf(text, hits),
  isPicked,
})

/** The id tells when its author's machine made it (UUIDv7). A clock that is ahead, or days behind, is not believed. */
function writtenAt(id: MessageId, at: number): number {
  const made = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
  return made <= at && made > at - DAY_MS ? made : at
}

/** Without what no rule looks back to. */
export const stillCounting = (messages: readonly Remembered[], now: number): Remembered[] =>
  messages.filter(({ at }) => at > now - windowMaxSeconds.messages * 1000).slice(-rememberedMax)
