// What stands where a feature is not there yet: it says so, or does what most offices do.
import type { Attachment } from '@zhengna/contract/domain/attachment.ts'
import type { WorkingTime } from '@zhengna/contract/domain/working-time.ts'
import { DomainError } from '@zhengna/contract/errors.ts'

/** No file can have been uploaded: whoever names one names none of theirs. Fits whatever files are attached to. */
export const noAttachments = {
  attachTo: (_trx: unknown, _ownerId: unknown, ids: readonly unknown[]): Promise<void> =>
    ids.length > 0 ? Promise.reject(new DomainError('ATTACHMENT_NOT_FOUND')) : Promise.resolve(),
  of: () => Promise.resolve(new Map<string, Attachment[]>()),
}

/** Monday to Friday, whatever the calendar says. */
export const weekdays: WorkingTime = {
  shifts: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
  isWorkingDay: (day) => new Date(day).getUTCDay() % 6 !== 0,
}
