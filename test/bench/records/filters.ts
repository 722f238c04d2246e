// Every filter of the personal centre's 留言 and 预约: a page of what it leaves and how many there are, as the routes ask.
import type { LeaveMessageId, PersonId, SkillGroupId } from '@zhengna/contract/ids.ts'
import { countOfOwn, pageOfOwn, type OwnFilter } from '../../../server/src/features/appointments/appointment-list.ts'
import { pageOfLeaveMessages, type LeaveMessageFilter } from '../../../server/src/features/leave-messages/lists.ts'
import type { Reader } from '../../../server/src/platform/database/database.ts'
import { crowd, taxpayerOf } from '../../support/many-records.ts'
import { figure, percentile, type Figure } from '../figures.ts'

const WARM_UP = 100
/** Each question is asked so often. The quickest is what it takes; the rest is what neighbours on the machine took meanwhile. */
const TIMES = 5
const PAGE_SIZE = 10
const week = { from: '2026-02-01', to: '2026-02-07' }

const leaveMessages: Record<string, LeaveMessageFilter> = {
  nothing: {},
  state: { state: 'answered' },
  type: { type: 'other' },
  days: week,
  content: { content: '发票' },
  'content that is nowhere': { content: '没有这样的内容' },
  'all but the number': { state: 'answered', type: 'other', ...week, content: '发票' },
}
const appointments: Record<string, Omit<OwnFilter, 'origin'>> = {
  nothing: {},
  state: { state: 'kept' },
  interaction: { interaction: 'done' },
  service: { serviceType: 'invoice' as SkillGroupId },
  way: { way: 'phone' },
  days: week,
  matter: { matter: '发票' },
  'matter that is nowhere': { matter: '没有这样的事项' },
  'all but the number': {
    state: 'kept',
    way: 'phone',
    interaction: 'done',
    serviceType: 'invoice' as SkillGroupId,
    ...week,
    matter: '发票',
  },
}

/** One in ten is asked by somebody who has ten times as many records: the slowest of a hundred are theirs. */
const asker = (turn: number): PersonId =>
  (turn % 10 === 0 ? `p${(turn / 10) % crowd.busy}` : `p${crowd.busy + ((turn * 7) % (crowd.taxpayers - crowd.busy))}`) as PersonId
/** Now and then somebody turns the page. */
const page = (turn: number): number => (turn % 4 === 3 ? 2 + (turn % 5) : 1)

export async function measureFilters(store: string, db: Reader, rows: number, asks: number): Promise<Figure[]> {
  const record = (turn: number): number => (turn * 104_729) % rows
  const floor = await measure(asks, (turn) =>
    db
      .selectFrom('leave_messages')
      .selectAll()
      .where('id', '=', `m${record(turn)}` as LeaveMessageId)
      .executeTakeFirstOrThrow(),
  )
  const figures = [
    figure(`records.${store}.by-primary-key`, floor.quickest, 'ms'),
    figure(`records.${store}.by-primary-key, neighbours included`, floor.all, 'ms'),
  ]
  const add = async (name: string, ask: (turn: number) => Promise<unknown>): Promise<void> => {
    const { quickest, all } = await measure(asks, ask)
    figures.push(figure(`records.${store}.${name}`, quickest, 'ms', floor.quickest))
    figures.push(figure(`records.${store}.${name}, neighbours included`, all, 'ms', floor.all))
  }
  const askAppointments = (taxpayerId: PersonId, filter: OwnFilter, turn: number): Promise<unknown> =>
    Promise.all([
      pageOfOwn(db, taxpayerId, filter, page(turn), PAGE_SIZE).execute(),
      countOfOwn(db, taxpayerId, filter).executeTakeFirstOrThrow(),
    ])
  for (const [name, filter] of Object.entries(leaveMessages))
    await add(`leave-messages by ${name}`, (turn) => pageOfLeaveMessages(db, { taxpayerId: asker(turn) }, filter, { page: page(turn) }))
  await add('leave-messages by number', (turn) =>
    pageOfLeaveMessages(db, { taxpayerId: taxpayerOf(record(turn)) as PersonId }, { number: `LY${record(turn)}` }, {}),
  )
  for (const [name, filter] of Object.entries(appointments))
    await add(`appointments by ${name}`, (turn) => askAppointments(asker(turn), { origin: turn % 2 ? 'own' : 'invited', ...filter }, turn))
  await add('appointments by number', (turn) =>
    askAppointments(taxpayerOf(record(turn)) as PersonId, { origin: 'own', number: `YY${record(turn)}` }, 0),
  )
  return figures
}

interface Percentiles {
  /** The slowest question but one in a hundred, each at its quickest. */
  readonly quickest: number
  /** The same of all times that it was asked. */
  readonly all: number
}

/** In milliseconds. */
async function measure(asks: number, ask: (turn: number) => Promise<unknown>): Promise<Percentiles> {
  for (let turn = 0; turn < WARM_UP; turn += 1) await ask(turn)
  const durationsMs: number[][] = []
  for (let turn = 0; turn < asks; turn += 1) {
    const times: number[] = []
    for (let time = 0; time < TIMES; time += 1) {
      const begun = performance.now()
      await ask(turn)
      times.push(performance.now() - begun)
    }
    durationsMs.push(times)
  }
  const p99 = (values: readonly number[]): number =>
    percentile(
      values.toSorted((a, b) => a - b),
      0.99,
    )
  return { quickest: p99(durationsMs.map((times) => Math.min(...times))), all: p99(durationsMs.flat()) }
}
