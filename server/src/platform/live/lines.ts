// Who is connected here, by person and by session.
import type { ServerFrame } from '@zhengna/contract/realtime/frames.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Line } from './line.ts'

export interface Lines {
  add(line: Line): void
  remove(line: Line): void
  isConnected(personId: PersonId): boolean
  of(personId: PersonId): Iterable<Line>
  all(): Iterable<Line>
  send(personId: PersonId, frame: ServerFrame): void
  readonly count: number
}

export function createLines(): Lines {
  const byPerson = new Map<PersonId, Set<Line>>()
  let count = 0
  const of = (personId: PersonId): ReadonlySet<Line> => byPerson.get(personId) ?? none
  return {
    add(line) {
      const { personId } = line.caller
      const lines = byPerson.get(personId) ?? new Set()
      byPerson.set(personId, lines.add(line))
      count += 1
    },
    remove(line) {
      const lines = byPerson.get(line.caller.personId)
      if (!lines?.delete(line)) return
      count -= 1
      if (lines.size === 0) byPerson.delete(line.caller.personId)
    },
    isConnected: (personId) => byPerson.has(personId),
    of,
    *all() {
      for (const lines of byPerson.values()) yield* lines
    },
    send(personId, frame) {
      const lines = of(personId)
      if (lines.size === 0) return
      const json = JSON.stringify(frame)
      for (const line of lines) line.sendRaw(json)
    },
    get count() {
      return count
    },
  }
}

const none: ReadonlySet<Line> = new Set()
