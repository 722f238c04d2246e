// What uploading and collecting work with.
import type { Blobs } from '../../platform/blobs/blobs.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Pictures } from '../../platform/pictures/pictures.ts'
import type { ArrivingFiles } from './arriving-files.ts'
import type { Turns } from '../../platform/turns.ts'

export interface UploadParts {
  readonly database: Database
  readonly clock: Clock
  readonly blobs: Blobs
  readonly files: ArrivingFiles
  readonly pictures: Pictures
  /** By the attachment's id: pieces of one file must not meet. */
  readonly turns: Turns
}
