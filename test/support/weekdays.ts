// An office's working time as most have it: Monday to Friday, whatever the calendar says.
import type { WorkingTime } from '@zhengna/contract/domain/working-time.ts'

export const weekdays: WorkingTime = {
  shifts: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
  isWorkingDay: (day) => new Date(day).getUTCDay() % 6 !== 0,
}
