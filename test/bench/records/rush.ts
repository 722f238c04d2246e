// 500 people book the same half hour of 50 places at once, over HTTP, at one server process or several on one store.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@zhengna/contract/http/index.ts'
import type { OfficeId, PersonId } from '@zhengna/contract/ids.ts'
import { createTokens, signingSecret } from '../../../server/src/platform/auth/tokens.ts'
import { systemClock } from '../../../server/src/platform/clock.ts'
import { appointmentDraft, general } from '../../support/appointments.ts'
import { callRoute } from '../../support/raw-api.ts'
import { openPlanner } from '../../support/query-plan.ts'
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts'
import { figure, type Figure } from '../figures.ts'
import { bookerId, BOOKERS, PLACES, rushOffice, sessionId } from './fill.ts'

const SECRET = 'a bench'
/** The quickest counts: the rest is what neighbours on the machine took meanwhile. */
const ROUNDS = 3
/** Of Linux: what /proc counts in. */
const TICKS_PER_SECOND = 100

export async function rush(
  store: string,
  folder: string,
  location: string,
  environment: Record<string, string>,
  processes: number,
): Promise<Figure[]> {
  const servers: ServerProcess[] = []
  try {
    for (let process = 0; process < processes; process += 1) {
      // On SQLite the store is the folder's own.
      const data = environment.DATABASE_URL ? join(folder, `server${processes}-${process}`) : folder
      mkdirSync(data, { recursive: true })
      servers.push(await start(data, environment))
    }
    const tokens = await tokensOfAll()
    const urlOf = (booker: number): string => servers[booker % servers.length]?.url ?? ''
    const [floors, rushes, cpus]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      const slots = await callRoute(urlOf(0), routes.listSlots, { token: tokens[0], query: { serviceType: general } })
      const slot = slots.body.days.flatMap((day) => day.slots).findLast(({ left }) => left === PLACES)
      if (!slot) throw new Error('no half hour is free')
      const { startsAt } = slot
      floors.push(
        await timed(() => Promise.all(tokens.map((token, booker) => callRoute(urlOf(booker), routes.appointmentForm, { token })))),
      )
      const before = cpuMs(servers)
      let codes: (string | null)[] = []
      const book = async (token: string, booker: number): Promise<string | null> =>
        (await callRoute(urlOf(booker), routes.bookAppointment, { token, body: appointmentDraft({ startsAt }) })).code
      rushes.push(
        await timed(async () => {
          codes = await Promise.all(tokens.map(book))
        }),
      )
      cpus.push(cpuMs(servers) - before)
      await check(codes, location, startsAt)
    }
    const name = `records.${store}.rush of ${BOOKERS} for ${PLACES} places, ${processes} server process${processes > 1 ? 'es' : ''}`
    return [figure(name, Math.min(...rushes), 'ms', Math.min(...floors)), figure(`${name}, their CPU`, Math.min(...cpus), 'ms')]
  } finally {
    for (const server of servers) {
      await server.signal('SIGTERM')
      await server.remove()
    }
  }
}

async function start(data: string, environment: Record<string, string>): Promise<ServerProcess> {
  const settings = { ZHENGNA_SECRET: SECRET, ZHENGNA_REQUESTS_PER_MINUTE: '1000000', ...environment }
  const started = await startServerProcess(['--data', data], settings)
  if ('code' in started) throw new Error(started.complained)
  return started
}

function tokensOfAll(): Promise<string[]> {
  const tokens = createTokens(signingSecret('', SECRET), 600, systemClock)
  const issue = async (booker: number): Promise<string> => {
    const caller = {
      personId: bookerId(booker) as PersonId,
      role: 'taxpayer',
      officeId: rushOffice as OfficeId,
      sessionId: sessionId(booker),
    } as const
    return (await tokens.issue(caller)).token
  }
  return Promise.all(Array.from({ length: BOOKERS }, (_, booker) => issue(booker)))
}

/** What the processes have used since they began. */
const cpuMs = (servers: readonly ServerProcess[]): number =>
  servers.reduce((sum, { pid }) => {
    const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? []
    return sum + ((user + system) * 1_000) / TICKS_PER_SECOND
  }, 0)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** A quick answer that is wrong is no answer. */
async function check(codes: readonly (string | null)[], location: string, startsAt: number): Promise<void> {
  const told = { booked: codes.filter((code) => code === null).length, full: codes.filter((code) => code === 'SLOT_TAKEN').length }
  const planner = await openPlanner(location)
  const stored = await planner.count(`select count(*) as count from appointments where starts_at = ${startsAt} and state = 'booked'`)
  await planner.close()
  if (told.booked !== PLACES || told.full !== BOOKERS - PLACES || stored !== PLACES)
    throw new Error(`told ${JSON.stringify(told)}, stored ${stored}: ${JSON.stringify([...new Set(codes)])}`)
}
