// What a kind of record is read with, and what it says.
import type { FilingCalendar } from '@zhengna/answering/suggestion/filing-season.ts'
import type { AnswerPage } from '@zhengna/contract/domain/own-record.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import type { Reader } from '../../platform/database/database.ts'

/** Whose records are read: nobody else's can be named. */
interface Asker {
  readonly personId: PersonId
  readonly officeId: OfficeId
  readonly audiences: readonly Audience[]
}

export interface LookUp {
  readonly db: Reader
  readonly now: number
  readonly asker: Asker
  readonly calendar: FilingCalendar
}

/** What a kind says. `text`: markdown, goes on after 「截至 10:32，」. */
export interface Found {
  readonly text: string
  readonly opens?: AnswerPage
  readonly offersPerson?: boolean
}
