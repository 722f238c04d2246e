// What stands where a feature is not there yet: it says so, or does what most offices do.
import type { WorkingTime } from '@zhengna/contract/domain/working-time.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { AttachmentsPort } from './features/leave-messages/index.ts'

/** No file can have been uploaded: whoever names one names none of theirs. */
export const noAttachments: AttachmentsPort = {
  attachTo: () => Promise.reject(new DomainError('ATTACHMENT_NOT_FOUND')),
  of: () => Promise.resolve(new Map()),
}

/** Monday to Friday, whatever the calendar says. */
export const weekdays: WorkingTime = {
  shifts: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
  isWorkingDay: (day) => new Date(day).getUTCDay() % 6 !== 0,
}
