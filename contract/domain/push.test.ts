import { describe, expect, it } from 'vitest'
import type { OfficeId } from '../ids.ts'
import { noticePlaceLabels, noticePlaces } from './notice-place.ts'
import { maskName } from './person.ts'
import { everybody, isAddressed, type Addressee, type PushAudience } from './push-audience.ts'
import {
  mayDoWithPush,
  nextPushState,
  pushActors,
  pushEventLabels,
  pushEvents,
  pushStateLabels,
  pushStates,
  type PushEvent,
  type PushState,
} from './push.ts'

const none = Object.fromEntries(pushEvents.map((event) => [event, null])) as Record<PushEvent, null>
/** The diagram at the top of push.ts, written out a second time: every state with every event. */
const walked: Record<PushState, Record<PushEvent, PushState | null>> = {
  draft: { ...none, schedule: 'scheduled', begin: 'sending', cancel: 'cancelled' },
  scheduled: { ...none, begin: 'sending', revise: 'draft', cancel: 'cancelled' },
  sending: { ...none, complete: 'sent', withdraw: 'withdrawn' },
  sent: { ...none, withdraw: 'withdrawn' },
  withdrawn: none,
  cancelled: none,
}
const steps = pushStates.flatMap((state) => pushEvents.map((event) => ({ state, event, next: walked[state][event] })))

describe('状态 of a push', () => {
  it.each(steps)('$state with $event becomes $next', ({ state, event, next }) => {
    expect(nextPushState(state, event)).toBe(next)
    for (const actor of ['officer', 'system'] as const)
      expect(mayDoWithPush(state, event, actor)).toBe(next !== null && pushActors[event].includes(actor))
  })

  it('what anybody may have received can be withdrawn, and what nobody has cannot', () => {
    expect(pushStates.filter((state) => mayDoWithPush(state, 'withdraw'))).toEqual(['sending', 'sent'])
  })

  it('all that a person chooses or reads is Chinese', () => {
    const labels = [
      ...pushStates.map((state) => pushStateLabels[state]),
      ...pushEvents.map((event) => pushEventLabels[event]),
      ...noticePlaces.map((place) => noticePlaceLabels[place]),
    ]
    for (const label of labels) expect(label).toMatch(/^[\p{Script=Han}]+$/u)
  })
})

describe('the audience of a push', () => {
  const shop: Addressee = {
    profile: { audiences: ['enterprise', 'small-scale'], industry: '批发和零售业' },
    officeId: 'one' as OfficeId,
    tags: ['重点税源'],
  }
  const to = (conditions: Partial<PushAudience>): boolean => isAddressed({ ...everybody, ...conditions }, shop)
  const right: Partial<PushAudience> = {
    audiences: ['exporter', 'small-scale'],
    industries: ['制造业', '批发和零售业'],
    officeIds: ['two', 'one'] as OfficeId[],
    tags: ['新办户', '重点税源'],
  }
  const wrong: Partial<PushAudience> = {
    audiences: ['person'],
    industries: ['制造业'],
    officeIds: ['two'] as OfficeId[],
    tags: ['新办户'],
  }
  const names = ['audiences', 'industries', 'officeIds', 'tags'] as const

  it('with no condition is everybody, also those of whom nothing is known', () => {
    expect(to({})).toBe(true)
    expect(isAddressed(everybody, { profile: null, officeId: 'one' as OfficeId, tags: [] })).toBe(true)
  })
  it('所有人 is no condition', () => {
    expect(to({ audiences: ['everyone'] })).toBe(true)
    expect(isAddressed({ ...everybody, audiences: ['everyone'] }, { ...shop, profile: null })).toBe(true)
  })
  it.each(names)('%s alone: one of its values is enough, and none of them is not', (name) => {
    expect(to({ [name]: right[name] })).toBe(true)
    expect(to({ [name]: wrong[name] })).toBe(false)
  })
  it.each(names)('all together hold, and %s alone can fail them', (name) => {
    expect(to(right)).toBe(true)
    expect(to({ ...right, [name]: wrong[name] })).toBe(false)
  })
  it('somebody of no known trade is not of a trade', () => {
    expect(isAddressed({ ...everybody, industries: ['制造业'] }, { ...shop, profile: { audiences: [], industry: null } })).toBe(false)
  })
})

describe('a name shown as an example', () => {
  it.each([
    ['王', '王*'],
    ['王小明', '王**'],
    ['演示商贸有限公司', '演示****公司'],
    ['某某商行店', '某某*行店'],
  ])('%s is %s', (name, masked) => expect(maskName(name)).toBe(masked))
})
