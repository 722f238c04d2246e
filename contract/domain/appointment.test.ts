import { describe, expect, it } from 'vitest'
import {
  appointmentActors,
  appointmentEvents,
  appointmentOrigins,
  appointmentStates,
  checkedAt,
  firstStanding,
  interactionStates,
  isOver,
  isWithinSlot,
  mayDo,
  nextStanding,
  statesOfOrigin,
  type AppointmentEvent,
  type AppointmentStanding,
  type AppointmentState,
  type InteractionState,
} from './appointment.ts'

type Way = `${AppointmentState}/${InteractionState | '-'}`
const wayOf = ({ state, interaction }: AppointmentStanding): Way => `${state}/${interaction ?? '-'}`

/** The diagram at the top of appointment.ts, written out a second time; whatever is not here does not happen. */
const walked: Partial<Record<Way, Partial<Record<AppointmentEvent, Way>>>> = {
  'proposed/-': { accept: 'booked/waiting', decline: 'declined/failed', lapse: 'lapsed/failed', void: 'cancelled/failed' },
  'booked/waiting': {
    cancel: 'cancelled/failed',
    reschedule: 'booked/waiting',
    invite: 'booked/ongoing',
    miss: 'agent-missed/failed',
    void: 'cancelled/failed',
  },
  'booked/ongoing': { invite: 'booked/ongoing', join: 'kept/ongoing', miss: 'taxpayer-missed/failed', void: 'cancelled/failed' },
  'kept/ongoing': { finish: 'kept/done' },
}
const standings: AppointmentStanding[] = appointmentStates.flatMap((state) =>
  [...interactionStates, null].map((interaction) => ({ state, interaction })),
)
const steps = standings.flatMap((from) =>
  appointmentEvents.map((event) => ({ from, way: wayOf(from), event, next: walked[wayOf(from)]?.[event] ?? null })),
)

function reachedFrom(first: AppointmentStanding): AppointmentStanding[] {
  const reached = new Map([[wayOf(first), first]])
  for (const from of reached.values()) {
    for (const event of appointmentEvents) {
      const next = nextStanding(from, event)
      if (next) reached.set(wayOf(next), next)
    }
  }
  return [...reached.values()]
}

describe('预约状态 and 互动状态', () => {
  it.each(steps)('$way with $event becomes $next', ({ from, event, next }) => {
    const got = nextStanding(from, event)
    expect(got && wayOf(got)).toBe(next)
    for (const actor of ['taxpayer', 'agent', 'system'] as const)
      expect(mayDo(from, event, actor)).toBe(next !== null && appointmentActors[event].includes(actor))
  })

  it.each(appointmentOrigins)('%s: every state of the manual is reached, and no other', (origin) => {
    const reached = new Set(reachedFrom(firstStanding[origin]).map(({ state }) => state))
    expect([...reached].sort()).toEqual([...statesOfOrigin[origin]].sort())
  })

  it('互动失败 goes with every failed end, 已办结 with 已履约 alone', () => {
    const ends = appointmentOrigins.flatMap((origin) => reachedFrom(firstStanding[origin])).filter(isOver)
    expect(new Set(ends.map(wayOf))).toEqual(
      new Set(['kept/done', 'cancelled/failed', 'taxpayer-missed/failed', 'agent-missed/failed', 'declined/failed', 'lapsed/failed']),
    )
  })

  it('every appointment comes to an end without anybody doing anything', () => {
    for (const origin of appointmentOrigins)
      for (const from of reachedFrom(firstStanding[origin]).filter((at) => !isOver(at)))
        expect(appointmentEvents.some((event) => mayDo(from, event, 'system'))).toBe(true)
  })
})

describe('the half hour', () => {
  const at = (time: string): number => Date.parse(`2026-11-26T${time}+08:00`)

  it('an agent invites within it, not before and not after', () => {
    expect(['09:59:59', '10:00:00', '10:29:59', '10:30:00'].map((time) => isWithinSlot(at('10:00:00'), at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it.each([
    ['09:00:00', '09:45:00'],
    ['09:30:00', '10:15:00'],
    ['16:30:00', '17:15:00'],
  ])('who missed the one of %s is decided at %s', (start, checked) => {
    expect(checkedAt(at(start))).toBe(at(checked))
  })
})
