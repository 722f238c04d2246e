// 试运行: the rules against what taxpayers wrote yesterday, message by message as it came. Nothing is stored. What was masked in a record
// is not there to be read again: what the filter met then is taken from its own records.
import { judge, type Remembered } from '@zhengna/answering/harassment/judge.ts'
import { offences, offencesOf } from '@zhengna/answering/harassment/offence.ts'
import type { Guard } from '@zhengna/answering/guard/guard.ts'
import type { HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import type { HarassmentTrial } from '@zhengna/contract/domain/harassment-desk.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import type { HarassmentRuleId, MessageId, PersonId } from '@zhengna/contract/ids.ts'
import { dayInBeijing, dayRange, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { findPeople } from '../people/index.ts'
import { assertRules } from './policy.service.ts'
import { remember, stillCounting } from './remembering.ts'

export interface HarassmentTrials {
  /** Errors: HARASSMENT_RULES_INVALID. */
  run(rules: readonly HarassmentRule[]): Promise<HarassmentTrial>
}

export interface TrialParts {
  readonly database: Database
  readonly clock: Clock
  readonly guard: () => Guard
}

const DAY_MS = 24 * 3_600_000
const TALKS_AT_ONCE = 200
const EXAMPLES_MAX = 20

interface Person {
  recent: Remembered[]
  readonly earlier: number[]
}

export function createHarassmentTrials({ database: { reader }, clock, guard }: TrialParts): HarassmentTrials {
  return {
    async run(rules) {
      assertRules(rules)
      const day = dayInBeijing(clock.now() - DAY_MS)
      const range = dayRange({ from: day, to: day })
      const from = range.from ?? 0
      const before = range.before ?? 0
      const masked = await metByTheFilter(from, before)
      const people = new Map<PersonId, Person>()
      const met = new Map<HarassmentRuleId, { count: number; examples: { message: Remembered; personId: PersonId }[] }>()
      let messages = 0
      for await (const { id, personId, at, body } of yesterdays(from, before)) {
        messages += 1
        const person = people.get(personId) ?? { recent: [], earlier: [] }
        people.set(personId, person)
        const parsed = JSON.parse(body) as MessageBody
        const text = parsed.kind === 'text' ? parsed.text : ''
        const { hits } = guard().check(text, 'in', true)
        const found = new Set([...offencesOf(text, hits), ...(masked.get(`${personId} ${at}`) ?? [])])
        const message = { ...remember({ id, text, hits: [], isPicked: false, at }), offences: offences.filter((one) => found.has(one)) }
        const recent = stillCounting(person.recent, at)
        const judged = judge(rules, recent, message, person.earlier)
        person.recent = judged ? [] : [...recent, message]
        if (!judged) continue
        person.earlier.push(at)
        const entry = met.get(judged.rule.id) ?? { count: 0, examples: [] }
        entry.count += 1
        if (entry.examples.length < EXAMPLES_MAX) entry.examples.push({ message, personId })
        met.set(judged.rule.id, entry)
      }
      const shown = [...met.values()].flatMap(({ examples }) => examples.map(({ personId }) => personId))
      const names = new Map((await findPeople(reader, [...new Set(shown)])).map(({ id, name }) => [id, name]))
      return {
        day,
        messages,
        taxpayers: people.size,
        met: rules.map(({ id }) => ({
          ruleId: id,
          count: met.get(id)?.count ?? 0,
          examples: (met.get(id)?.examples ?? []).map(({ message, personId }) => ({
            messageId: message.id as MessageId,
            at: message.at,
            taxpayerName: names.get(personId) ?? '',
            text: message.text,
          })),
        })),
      }
    },
  }

  /** Person by person, each in the order they wrote: no more of the store is read than the talks of that day. */
  async function* yesterdays(from: number, before: number) {
    let after: { taxpayer_id: PersonId; ordinal: number } | null = null
    for (;;) {
      let query = reader
        .selectFrom('conversations')
        .select(['id', 'taxpayer_id', 'ordinal'])
        .where('opened_at', '<', before)
        .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>=', from)]))
      if (after) {
        const { taxpayer_id, ordinal } = after
        query = query.where((eb) =>
          eb.or([eb('taxpayer_id', '>', taxpayer_id), eb.and([eb('taxpayer_id', '=', taxpayer_id), eb('ordinal', '>', ordinal)])]),
        )
      }
      const talks = await query.orderBy('taxpayer_id').orderBy('ordinal').limit(TALKS_AT_ONCE).execute()
      const last = talks.at(-1)
      if (!last) return
      const rows = await reader
        .selectFrom('messages')
        .select(['id', 'conversation_id', 'at', 'body'])
        .where(
          'conversation_id',
          'in',
          talks.map(({ id }) => id),
        )
        .where('author', '=', 'taxpayer')
        .where('at', '>=', from)
        .where('at', '<', before)
        .orderBy('conversation_id')
        .orderBy('seq')
        .execute()
      const ofTalk = Map.groupBy(rows, ({ conversation_id }) => conversation_id)
      for (const { id, taxpayer_id } of talks) for (const row of ofTalk.get(id) ?? []) yield { ...row, personId: taxpayer_id }
      after = last
    }
  }

  /** Person and moment → categories. */
  async function metByTheFilter(from: number, before: number): Promise<Map<string, string[]>> {
    const rows = await reader
      .selectFrom('guard_hits')
      .select(['person_id', 'at', 'category'])
      .where('direction', '=', 'in')
      .where('at', '>=', from)
      .where('at', '<', before)
      .execute()
    const met = new Map<string, string[]>()
    for (const { person_id, at, category } of rows) {
      // Whom a masked curse was meant for is not known any more.
      if (person_id === null || (category !== 'threat' && category !== 'sexual')) continue
      const key = `${person_id} ${at}`
      met.set(key, [...(met.get(key) ?? []), category])
    }
    return met
  }
}
