// Reads the seeded filing calendar (server/seed/calendar/README.md). A mistake stops the start.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { parse } from 'yaml'
import type { FilingCalendar, Season } from '@zhengna/answering/suggestion/filing-season.ts'

export const calendarFolder = join(import.meta.dirname, '../../../seed/calendar')

const DUE_DAYS = 'due-days.yaml'
const Day = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
const seasons = Compile(
  Type.Array(
    Type.Object(
      {
        name: Type.String({ minLength: 1 }),
        when: Type.Union([
          Type.Object({ months: Type.Array(Type.Integer({ minimum: 1, maximum: 12 })) }, { additionalProperties: false }),
          Type.Object({ from: Day, to: Day }, { additionalProperties: false }),
        ]),
        topics: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
      },
      { additionalProperties: false },
    ),
  ),
)
const dueDays = Compile(
  Type.Record(Type.String({ pattern: '^\\d{4}$' }), Type.Array(Type.Integer({ minimum: 1, maximum: 31 }), { minItems: 12, maxItems: 12 })),
)

/** `topicIds`: those of the knowledge base. */
export function readFilingCalendar(topicIds: ReadonlySet<string>, folder: string = calendarFolder): FilingCalendar {
  const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'))
  const days = read(DUE_DAYS)
  if (!dueDays.Check(days)) throw new Error(`${DUE_DAYS}: each year needs its twelve days.`)
  const all: Season[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== DUE_DAYS)
    .sort()) {
    const found = read(file)
    if (!seasons.Check(found)) {
      const [first] = seasons.Errors(found)
      throw new Error(`${file}: ${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`)
    }
    const unknown = found.flatMap(({ topics }) => topics).find((topic) => !topicIds.has(topic))
    if (unknown) throw new Error(`${file}: there is no topic ${unknown}.`)
    all.push(...found)
  }
  return { seasons: all, dueDays: days }
}
