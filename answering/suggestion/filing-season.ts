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

/** `day` is YYYY-MM-DD in Beijing. */
export function liftOn(day: string, { seasons, dueDays }: FilingCalendar): SeasonLift {
  const lifts = new Map<string, number>()
  for (const { when, topics } of seasons)
    if (isIn(day, when, dueDays)) for (const topic of topics) lifts.set(topic, (lifts.get(topic) ?? 0) + 1)
  return (topicId) => lifts.get(topicId) ?? 0
}

function isIn(day: string, when: SeasonDays, dueDays: FilingCalendar['dueDays']): boolean {
  const [year, month, date] = day.split('-')
  if ('months' in when) {
    const dueDay = dueDays[year!]?.[Number(month) - 1] ?? STATUTORY_DUE_DAY
    return when.months.includes(Number(month)) && Number(date) <= dueDay
  }
  const ofYear = `${month!}-${date!}`
  return when.from <= when.to ? when.from <= ofYear && ofYear <= when.to : when.from <= ofYear || ofYear <= when.to
}
