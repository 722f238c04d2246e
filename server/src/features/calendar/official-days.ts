// China's official working days, 调休 included, as the State Council arranged them year by year. The arrangement comes with a package;
// a year that it does not know yet is Monday to Friday, and said to be so.
import chineseDays from 'chinese-days'

export interface OfficialDay {
  readonly isWorking: boolean
  /** The year's arrangement is known. */
  readonly isOfficial: boolean
}

const arranged = new Map<number, boolean>()

/** `day` is YYYY-MM-DD. */
export function officialDay(day: string): OfficialDay {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  // The package reads days by this machine's own clock; noon is the same day on all of them.
  const noon = new Date(year, month - 1, date, 12)
  if (isArranged(year)) return { isWorking: chineseDays.isWorkday(noon), isOfficial: true }
  return { isWorking: ![0, 6].includes(noon.getDay()), isOfficial: false }
}

function isArranged(year: number): boolean {
  let known = arranged.get(year)
  if (known === undefined) {
    known = chineseDays.getHolidaysInRange(new Date(year, 0, 1, 12), new Date(year, 11, 31, 12), false).length > 0
    arranged.set(year, known)
  }
  return known
}
