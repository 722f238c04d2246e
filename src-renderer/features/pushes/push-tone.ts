import type { PushState } from '@zhengna/contract/domain/push.ts'
import type { Tone } from '../records/index.ts'

const tones: Record<PushState, Tone> = {
  draft: 'calm',
  scheduled: 'wait',
  sending: 'wait',
  sent: 'good',
  withdrawn: 'bad',
  cancelled: 'calm',
}
export const toneOf = (state: PushState): Tone => tones[state]
