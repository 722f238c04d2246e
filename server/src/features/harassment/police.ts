// 防骚扰 in the journal: one decision a message, in the transaction that stores it. All it knows is read from the store at the beginning
// of the batch and kept up to date within it; writers take turns, so two processes judge as one would.
import { judge, type Remembered } from '@zhengna/answering/harassment/judge.ts'
import type { HarassmentRule } from '@zhengna/contract/domain/harassment.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { EndingHooks, Police } from '../conversations/index.ts'
import { findPerson } from '../people/index.ts'
import { intercept } from './intercepting.ts'
import { selectStandings, type Standing } from './interceptions.store.ts'
import { createPolicyReader } from './policy.store.ts'
import { loadRecents, saveRecents, type Recents } from './recents.store.ts'
import { remember, stillCounting } from './remembering.ts'
import { restraintOf } from './restraint.ts'
import { createWaiting } from './waiting.ts'

export interface PoliceParts {
  readonly bus: Bus
  readonly hooks: Pick<EndingHooks, 'leaveQueue' | 'ended'>
  /** In force before any were saved; those of the program unless told otherwise. */
  readonly rules?: readonly HarassmentRule[]
}

export function createPolice({ bus, hooks, rules: own }: PoliceParts): Police {
  const policyIn = createPolicyReader(own)
  const waiting = createWaiting()
  return {
    async begin({ trx, after, now, appending }, drafts) {
      const people = [...new Set(drafts.flatMap(({ author, authorId }) => (author === 'taxpayer' ? authorId : [])))]
      const rules = people.length > 0 ? (await policyIn(trx)).rules : []
      const isOn = rules.some(({ isEnabled }) => isEnabled)
      const standings = Map.groupBy(people.length > 0 ? await selectStandings(trx, people, now) : [], ({ person_id }) => person_id)
      const recents: Recents = isOn ? await loadRecents(trx, people) : new Map<PersonId, Remembered[]>()
      const touched: Recents = new Map()
      const standingsOf = (id: PersonId): Standing[] => standings.get(id) ?? []

      return {
        holds({ id, author, authorId }) {
          if (author !== 'taxpayer') return null
          const restrained = restraintOf(standingsOf(authorId), now)
          return restrained ? waiting.note(authorId, id, restrained, now) : waiting.before(authorId, id, now)
        },
        async heard(draft, text, hits, conversation) {
          if (!isOn || draft.author !== 'taxpayer') return
          const { id, authorId: personId, articleId } = draft
          const message = remember({ id, text, hits, isPicked: articleId !== undefined, at: now })
          const recent = stillCounting(touched.get(personId) ?? recents.get(personId) ?? [], now)
          // Asked about a word and sent all the same, or sent once more after a refusal: it was judged already.
          if (recent.some((before) => before.id === id && before.text === message.text)) return
          const earlier = standingsOf(personId).flatMap(({ at, lifted_at }) => (lifted_at === null ? at : []))
          const judged = judge(rules, recent, message, earlier)
          if (!judged) {
            touched.set(personId, [...recent.filter((before) => before.id !== id), message])
            return
          }
          const officeId = conversation?.office_id ?? (await findPerson(trx, personId))?.office_id
          if (officeId === undefined) return
          const row = await intercept(
            { trx, after, now, bus, hooks, appending },
            { personId, officeId, conversation, report: null },
            judged,
          )
          standings.set(personId, [...standingsOf(personId), row])
          // Acted on: the same messages count no second time.
          touched.set(personId, [])
        },
        async store() {
          if (touched.size > 0) await saveRecents(trx, touched)
        },
      }
    },
  }
}
