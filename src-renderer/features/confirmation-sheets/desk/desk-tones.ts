// In which tone a state is told at the desk: what waits for the office stands out.
import type { SheetState } from '@zhengna/contract/domain/confirmation-sheet.ts'
import type { Tone } from '../../records/index.ts'

export const deskToneOf: Record<SheetState, Tone> = {
  collecting: 'calm',
  submitted: 'wait',
  returned: 'calm',
  confirmed: 'good',
  withdrawn: 'calm',
  lapsed: 'bad',
}
