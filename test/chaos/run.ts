// npm run test:chaos: real clients talk through a bad network with a real server that is killed and started again.
// When all has settled, nothing may be lost, doubled or out of order. Options: --seconds 60, --pairs 25, --bots 4, --seed N, --keep.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBadNetwork } from './bad-network.ts'
import { startClientGroup, type GroupEvent } from './client-group.ts'
import { CROWD_PASSWORD, insertCrowd } from './crowd.ts'
import type { Acknowledged, ClientPlan, Standing, Stream, Written } from './protocol.ts'
import { createRandom } from './random.ts'
import { printReport } from './report.ts'
import { isSame, judge } from './rules.ts'
import { standDownHarassmentRules } from '../support/harassment.ts'
import { startServerProcess } from './server-process.ts'
import { readStore } from './store.ts'
import { misbehave } from './trouble.ts'
import { until } from './until.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    pairs: { type: 'string', default: '25' },
    bots: { type: 'string', default: '4' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    keep: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
})
const [seconds, pairs, bots, seed] = [values.seconds, values.pairs, values.bots, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
]
/** A client that hears nothing finds out after 45 s; its retries are at most 15 s apart. */
const SETTLE_WITHIN_MS = 150_000
const GROUPS = 4

console.log(`chaos: ${pairs * 2 + bots} clients, ${seconds} s, seed ${seed}`)
const random = createRandom(seed)
const folder = mkdtempSync(join(tmpdir(), 'zhengna-chaos-'))
const serverData = join(folder, 'server')
const crowd = await insertCrowd(serverData, { taxpayers: pairs + bots, agents: pairs })
// Tokens that end within the run: renewing them must survive the trouble too. A client renews after two thirds of the
// time, at a look every 15 s, so that less than 48 s would cut lines that are well.
const server = await startServerProcess(serverData, { ZHENGNA_ACCESS_TOKEN_SECONDS: '48' })
// More and faster than people write.
await standDownHarassmentRules(`http://127.0.0.1:${server.port}`)
const network = await openBadNetwork(() => server.port, random.fork())

const plans: ClientPlan[] = [...crowd.taxpayers, ...crowd.agents].map((member, index) => ({
  ...member,
  dataDir: join(folder, member.account),
  part: index >= pairs && index < pairs + bots ? 'bot' : 'pair',
  seed: random.whole(0, 2 ** 31),
}))
const written: Written[] = []
const acknowledged = new Map<string, Acknowledged>()
/** Told twice of one message: both must be right. */
const contradicted: Acknowledged[] = []
const onEvent = (event: GroupEvent): void => {
  if (event.type === 'wrote') written.push(event.written)
  else if (event.type === 'log') {
    if (values.verbose) console.log(`${event.account}: ${event.line}`)
  } else {
    const told = acknowledged.get(event.acknowledged.id)
    if (told && (told.seq !== event.acknowledged.seq || told.conversationId !== event.acknowledged.conversationId))
      contradicted.push(event.acknowledged)
    acknowledged.set(event.acknowledged.id, event.acknowledged)
  }
}
const groups = Array.from({ length: GROUPS }, (_, group) =>
  startClientGroup(
    { serverUrl: network.url, password: CROWD_PASSWORD, clients: plans.filter((_, index) => index % GROUPS === group) },
    onEvent,
  ),
)
process.once('SIGINT', () => process.exit(130))

for (const name of ['open', 'hand-over', 'take', 'talk'] as const) await Promise.all(groups.map((group) => group.order(name)))
const startedAt = Date.now()
network.rage(seconds)
const trouble = await misbehave({ server, groups, random: random.fork(), seconds })
network.calm()
await Promise.all(groups.map((group) => group.order('hush')))

const hushedAt = Date.now()
let streams: Stream[] = []
let standing: Standing[] = []
const settled = await until(async () => {
  standing = (await Promise.all(groups.map((group) => group.order('standing')))).flat()
  const unsettled = standing.filter(({ state, unsent }) => state !== 'online' || unsent > 0)
  if (values.verbose) console.log(`settling: ${unsettled.map(({ account, state, unsent }) => `${account} ${state} ${unsent}`).join(', ')}`)
  if (unsettled.length > 0) return false
  streams = (await Promise.all(groups.map((group) => group.order('streams')))).flat()
  const stored = await readStore(serverData)
  return streams.every((stream) => isSame(stream, stored))
}, SETTLE_WITHIN_MS)
const settledMs = Date.now() - hushedAt
if (!settled) streams = (await Promise.all(groups.map((group) => group.order('streams')))).flat()
await Promise.all(groups.map((group) => group.stop()))
await server.stop()
await network.close()

const stored = await readStore(serverData)
const verdicts = [
  ...judge({ written, acknowledged: [...acknowledged.values(), ...contradicted], stored, streams }),
  {
    rule: 'every client is online again with nothing unsent',
    breaches: standing
      .filter(({ state, unsent }) => state !== 'online' || unsent > 0)
      .map(({ account, state, unsent }) => `${account}: ${state}, ${unsent} unsent`),
  },
  {
    rule: 'the run was a trial: enough clients, messages, cuts and kills',
    breaches: [
      ...(plans.length < 50 && pairs >= 25 ? ['fewer than 50 clients'] : []),
      ...(written.length < plans.length * 2 ? [`${written.length} messages`] : []),
      ...(network.counts.cut === 0 ? ['no cut'] : []),
      ...(trouble.serverKills === 0 ? ['no kill'] : []),
    ],
  },
]
const failed = printReport({
  verdicts,
  counts: network.counts,
  trouble,
  stored,
  written: written.length,
  acknowledged: acknowledged.size,
  ranMs: hushedAt - startedAt,
  settledMs,
})
if (failed && !values.keep) console.log(`repeat: npm run test:chaos -- --seed ${seed} --seconds ${seconds}`)
if (values.keep) console.log(`kept: ${folder}`)
else rmSync(folder, { recursive: true, force: true })
process.exit(failed ? 1 : 0)
