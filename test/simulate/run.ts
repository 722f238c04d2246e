// npm run simulate: a day at the office in some minutes. Taxpayers come in a wave, wait, lose patience or the line; agents are assigned
// to them automatically. The real server as a process, real sockets. Options: --taxpayers 2000 --agents 40 --minutes 5 --seed N
// --json FILE --keep. Ends with 1 where a message was lost, doubled or out of order, or somebody jumped the queue.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { SettingName, SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { openDatabase } from '../../server/src/platform/database/database.ts'
import { tokenOf } from '../bench/live-crowd.ts'
import { insertCrowd } from '../chaos/crowd.ts'
import { createRandom, type Random } from '../chaos/random.ts'
import { standDownHarassmentRules } from '../support/harassment.ts'
import { startServerProcess } from '../chaos/server-process.ts'
import { workAsAgent } from './agent.ts'
import { reckon } from './reckoning.ts'
import { comeAsTaxpayer, type TaxpayerEnd, type TaxpayerRun } from './taxpayer.ts'

const { values } = parseArgs({
  options: {
    taxpayers: { type: 'string', default: '2000' },
    agents: { type: 'string', default: '40' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const [taxpayerCount, agentCount, minutes, seed] = [values.taxpayers, values.agents, values.minutes, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
]
const lastsMs = minutes * 60_000
/** Agents are busy nine tenths of the time over the whole run, so that the wave makes a queue and its end empties it. */
const talkMeanMs = (lastsMs * agentCount * 0.9) / taxpayerCount - 1_200
const talkMs = [Math.max(200, talkMeanMs * 0.4), Math.max(600, talkMeanMs * 1.6)] as const
const SETTLES_WITHIN_MS = 120_000

console.log(`simulate: ${taxpayerCount} taxpayers, ${agentCount} agents, ${minutes} min, seed ${seed}`)
const random = createRandom(seed)
const folder = mkdtempSync(join(tmpdir(), 'zhengna-simulate-'))
const dataDir = join(folder, 'server')
const crowd = await insertCrowd(dataDir, { taxpayers: taxpayerCount, agents: agentCount })
await set('queue.assignment', 'automatic')
await set('queue.accept-seconds', 10)
const server = await startServerProcess(dataDir, { ZHENGNA_ACCESS_TOKEN_SECONDS: '86400' })
// Its people say the same all over, and a hundred times a minute.
await standDownHarassmentRules(`http://127.0.0.1:${server.port}`)

const faults: unknown[] = []
const onError = (error: unknown): void => void faults.push(error)
const agents = await Promise.all(
  crowd.agents.map(async ({ account }) =>
    workAsAgent({
      serverUrl: server.url,
      account,
      token: await tokenOf(account, 'agent'),
      random: random.fork(),
      talkMs,
      onError,
    }),
  ),
)

const stop = new AbortController()
const startedAt = Date.now()
const runs: TaxpayerRun[] = []
await Promise.all(
  crowd.taxpayers.map(async ({ account }) => {
    const own = random.fork()
    const token = await tokenOf(account, 'taxpayer')
    await pause(arrivalOf(own) * lastsMs)
    const run = comeAsTaxpayer(server.url, token, own, stop.signal)
    runs.push(run)
    void run.ended.catch(onError)
  }),
)
const patience = setTimeout(() => stop.abort(), SETTLES_WITHIN_MS)
const ends = await Promise.all(runs.map(({ ended }) => ended.catch((): TaxpayerEnd => 'still-waiting')))
clearTimeout(patience)
const tookMs = Date.now() - startedAt
await Promise.all(agents.map((agent) => agent.stop()))
// What was written last is acknowledged a moment later.
for (let tries = 0; tries < 50 && runs.some(({ line }) => line.unacknowledged.size > 0); tries += 1) await pause(100)
for (const { line } of runs) line.lose()
await server.stop()

const result = await reckon(
  dataDir,
  [...runs, ...agents].map(({ line }) => line),
)
const count = (end: TaxpayerEnd): number => ends.filter((one) => one === end).length
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`
const named = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, number]) => `${number} ${name}`)
    .join(', ') || 'none'
console.log(`taxpayers   ${count('served')} served, ${count('gave-up')} gave up, ${count('still-waiting')} still waiting at the end`)
console.log(`waits       half within ${seconds(result.waitP50Ms)}, 95 % within ${seconds(result.waitP95Ms)}`)
console.log(`offers      ${named(result.offers)}`)
console.log(`passed by   ${named(result.skips)}`)
console.log(
  `messages    ${result.messages} stored, ${result.refused} refused and said so; ${result.lost} lost, ${result.doubled} doubled, ${result.reordered} out of order`,
)
console.log(`inversions  ${result.inversions} (offers past somebody in front, with no reason on record)`)
const closings = new Map<number, number>()
for (const { line } of [...runs, ...agents])
  for (const [code, times] of line.closings) closings.set(code, (closings.get(code) ?? 0) + times)
console.log(`lines       closed by the server: ${[...closings].map(([code, times]) => `${times} with ${code}`).join(', ') || 'none'}`)
const { told, coverage } = result.estimates
console.log(`estimates   ${coverage === null ? 'none were made' : `${told} made, ${(coverage * 100).toFixed(0)} % came true`}`)
console.log(`time        ${seconds(tookMs)}`)
for (const fault of faults.slice(0, 5)) console.log('fault      ', fault)
if (values.json) {
  const { lost, doubled, reordered, inversions, waitP50Ms, waitP95Ms } = result
  writeFileSync(
    values.json,
    `${JSON.stringify({ lost, doubled, reordered, inversions, waitP50Ms, waitP95Ms, estimateCoverage: coverage })}\n`,
  )
}
if (values.keep) console.log(`kept ${folder}`)
else rmSync(folder, { recursive: true, force: true })
const isSound = result.lost + result.doubled + result.reordered + result.inversions + count('still-waiting') + faults.length === 0
process.exit(isSound ? 0 : 1)

/** From 0 to 1: a third evenly, the rest in a wave around the middle. */
function arrivalOf(of: Random): number {
  if (of.chance(1 / 3)) return of.between(0, 1)
  const wave = (of.between(0, 1) + of.between(0, 1) + of.between(0, 1)) / 3
  return Math.min(0.999, Math.max(0, 0.15 + wave * 0.6))
}

async function set<N extends SettingName>(name: N, value: SettingValues[N]): Promise<void> {
  const database = await openDatabase(join(dataDir, 'zhengna.db'))
  const row = { name, value: JSON.stringify(value), changed_by: (crowd.agents[0]?.account ?? '') as PersonId, changed_at: 0 }
  await database.write((trx) => trx.insertInto('setting_values').values(row).execute())
  await database.close()
}
