import type { Attachment } from '@zhengna/contract/domain/attachment.ts'

/** One step of a record's timeline. */
export interface ShownStep {
  readonly at: number
  readonly title: string
  /** '' where it was nobody in particular. */
  readonly by: string
  readonly text: string
  readonly attachments: readonly Attachment[]
}
