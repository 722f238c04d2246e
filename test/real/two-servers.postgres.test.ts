// Two servers on one database: what one decided, the other does not decide again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { routes } from '@zhengna/contract/http/index.ts'
import type { Caller } from '../../server/src/platform/auth/tokens.ts'
import { appointmentDraft, friday, general, monday, passUntil, titlesOf, turnTo } from '../support/appointments.ts'
import { codeOf } from '../support/desk.ts'
import { openJournalStand, type JournalStand } from '../support/journal.ts'
import { callRoute, signIn } from '../support/raw-api.ts'
import { addTaxpayers } from '../support/register.ts'
import { temporaryFolder } from '../support/server.ts'
import { startServerProcess, type ServerProcess } from '../support/server-process.ts'
import { storeOf } from '../support/store-place.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'

describe('two servers', () => {
  let one: JournalStand
  let other: JournalStand
  let office: OfficeId
  beforeEach(async () => {
    const stand = await openJournalStand()
    one = stand
    other = await openJournalStand({ folder: stand.folder })
    office = await one.office()
    for (const server of [one, other]) turnTo(server, friday, '17:00')
  })
  afterEach(async () => {
    await one.close()
    await other.close()
  })
  const server = (turn: number): JournalStand => (turn % 2 === 0 ? one : other)
  const callerOf = (personId: PersonId): Caller => ({
    personId,
    role: 'taxpayer',
    officeId: office,
    sessionId: 'test',
    expiresAt: Number.MAX_SAFE_INTEGER,
  })

  it('give away the places of a half hour once, each under a number of its own', async () => {
    const capacity = { office_id: office, service_type: general, capacity: 20, changed_by: 'admin001' as never, changed_at: 1 }
    const people = await one.database.write(async (trx) => {
      await trx.insertInto('slot_capacities').values(capacity).execute()
      return addTaxpayers(trx, 'both', 80, office)
    })
    const codes = await Promise.all(
      people.map((id, turn) => codeOf(server(turn).appointments.bookings.book(callerOf(id), appointmentDraft()))),
    )
    expect(codes.filter((code) => code === null)).toHaveLength(20)
    expect(codes.filter((code) => code === 'SLOT_TAKEN')).toHaveLength(60)
    const booked = await other.database.reader.selectFrom('appointments').select('number').execute()
    expect(new Set(booked.map(({ number }) => number)).size).toBe(20)
  })

  it('decide at minute 45 once, and apologise once', async () => {
    const person = await one.taxpayer(office)
    await one.agent(office)
    const { id } = await one.appointments.bookings.book(person, appointmentDraft())
    for (const each of [one, other]) turnTo(each, monday, '10:00')
    await one.database.write((trx) => trx.deleteFrom('pulses').execute())
    await passUntil(one, monday, '10:44')
    for (const each of [one, other]) turnTo(each, monday, '10:45')
    await Promise.all([one.appointments.check(), other.appointments.check()])
    const { state, steps } = await other.appointments.bookings.get(person, id)
    expect([state, ...steps.map(({ kind }) => kind)]).toEqual(['agent-missed', 'book', 'miss'])
    expect((await titlesOf(one, person.personId)).filter((title) => title.includes('抱歉'))).toHaveLength(1)
  })

  it('serve everybody in the queue once', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => one.taxpayer(office)))
    const agents = [await one.agent(office), await other.agent(office)]
    await Promise.all(people.map((person, turn) => server(turn).queue.join(person, 'button')))
    const taken = await Promise.all(
      Array.from({ length: 12 }, async (_, turn) => {
        const agent = agents[turn % 2]!
        return server(turn)
          .queue.take(agent, null)
          .then(({ taxpayerId }) => taxpayerId as string)
          .catch((error: unknown) => (error as { failure: { code: string } }).failure.code)
      }),
    )
    expect(taken.toSorted()).toEqual([...people.map(({ personId }) => personId), ...Array<string>(4).fill('QUEUE_EMPTY')].toSorted())
  })
})

describe('two server processes', () => {
  const servers: ServerProcess[] = []
  afterEach(() => Promise.all(servers.map((server) => server.remove())))

  it('that start at once on an empty database are one service, and outlive each other', async () => {
    const environment = { DATABASE_URL: await storeOf(temporaryFolder('both'), 'empty'), ZHENGNA_SECRET: 'theirs' }
    for (const started of await Promise.all([startServerProcess([], environment), startServerProcess([], environment)])) {
      if ('code' in started) throw new Error(started.complained)
      servers.push(started)
    }
    const [first, second] = servers as [ServerProcess, ServerProcess]
    const { accessToken: token } = await signIn(first.url, 'nsr001')
    expect((await callRoute(second.url, routes.appointmentForm, { token })).code).toBeNull()
    const articles = await Promise.all(servers.map(({ url }) => callRoute(url, routes.getSnapshot, { token })))
    expect(articles[0]?.body).toEqual(articles[1]?.body)
    expect(await first.signal('SIGTERM')).toBe(0)
    expect((await callRoute(second.url, routes.appointmentForm, { token })).code).toBeNull()
  }, 240_000)
})
