// The tax year: on a day, which topics it is the season of.

/** A season and what people ask about in it. */
export interface Season {
  readonly name: string
  readonly when: SeasonDays
  /** Topic ids. */
  readonly topics: readonly string[]
}

/**
 * `months`: the filing period of each, from its first day to its due day. `from`, `to`: MM-DD, both ends belong to it; `from` after
 * `to` runs over New Year.
 */
export type SeasonDays = { readonly months: readonly number[] } | { readonly from: string; readonly to: string }

export interface FilingCalendar {
  readonly seasons: readonly Season[]
  /** By year, the last filing day of January to December, where a notice has set them. */
  readonly dueDays: Readonly<Record<string, readonly number[]>>
}

/** How many seasons a topic has on the day; 0 for most. */
export type SeasonLift = (topicId: string) => number

/** Where no notice has set another: fifteen days after the month. */
const STATUTORY_DUE_DAY = 15

/** The last filing day of the month that `day` is in; both YYYY-MM-DD. */
export function dueDayOf(day: string, { dueDays }: Pick<FilingCalendar, 'dueDays'>): string {
  const [year, month] = day.split('-')
  const dueDay = dueDays[year!]?.[Number(month) - 1] ?? STATUTORY_DUE_DAY
  return `${year!}-${month!}-${String(dueDay).padStart(2, '0')}`
}

/** Those that the day is in. */
export const seasonsOf = (day: string, { seasons, dueDays }: FilingCalendar): readonly Season[] =>
  seasons.filter(({ when }) => isIn(day, when, dueDays))

/** `day` is YYYY-MM-DD in Beijing. */
export function liftOn(day: string, calendar: FilingCalendar): SeasonLift {
  const lifts = new Map<string, number>()
  for (const { topics } of seasonsOf(day, calendar)) for (const topic of topics) lifts.set(topic, (lifts.get(topic) ?? 0) + 1)
  return (topicId) => lifts.get(topicId) ?? 0
}

function isIn(day: string, when: SeasonDays, dueDays: FilingCalendar['dueDays']): boolean {
  const [, month, date] = day.split('-')
  if ('months' in when) return when.months.includes(Number(month)) && day <= dueDayOf(day, { dueDays })
  const ofYear = `${month!}-${date!}`
  return when.from <= when.to ? when.from <= ofYear && ofYear <= when.to : when.from <= ofYear || ofYear <= when.to
}
