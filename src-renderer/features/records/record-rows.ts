// What a table of records shows.
/** wait: somebody must do something; good: as it should be; bad: it failed; calm: over, or nothing to say. */
export type Tone = 'wait' | 'good' | 'bad' | 'calm'

export interface RecordCell {
  readonly text: string
  /** Shown as a state. */
  readonly tone?: Tone
}
export interface RecordRow {
  readonly id: string
  /** One a column, in their order. */
  readonly cells: readonly RecordCell[]
}
export interface RecordColumn {
  readonly key: string
  readonly label: string
  /** Takes what room there is, and is cut at the end of its line. */
  readonly isWide?: boolean
}
