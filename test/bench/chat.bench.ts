// How many messages a second are stored, routed and acknowledged, and how long one takes to the other side.
import { join } from 'node:path'
import type { DriverResult } from './driver-plan.ts'
import { figure, percentile, type Benchmark } from './figures.ts'
import { openLiveCrowd } from './live-crowd.ts'
import { drive, startEchoServer } from './processes.ts'

const PAIRS = 100
const WINDOW = 64
const WARM_UP_SECONDS = 2
const STEADY_PER_SECOND = 5

export const chat: Benchmark = {
  names: ['chat.acknowledged-per-second', 'chat.send-to-other-side-p50', 'chat.send-to-other-side-p99'],
  async run({ seconds, folder }) {
    const { server, standing } = await openLiveCrowd(join(folder, 'chat'), PAIRS)
    const echo = await startEchoServer()
    const flood = { seconds, warmUpSeconds: WARM_UP_SECONDS, pace: { kind: 'flood', window: WINDOW } } as const
    const clients = await standing()
    // Interleaved, so that a neighbour's load on the machine falls on both.
    const rounds: { ours: number; echo: number }[] = []
    for (let round = 0; round < 2; round += 1) {
      const bare = await drive({ url: echo.url, serverPid: echo.pid, speaks: 'echo', clients, ...flood })
      const ours = await drive({ url: server.url, serverPid: server.pid, speaks: 'chat', clients: await standing(), ...flood })
      if (ours.astray > 0) throw new Error(`${ours.astray} of ${ours.sent} messages did not reach the other side once and in order`)
      rounds.push({ ours: perSecond(ours), echo: perSecond(bare) })
      console.log(`  ours ${described(ours)}\n  echo ${described(bare)}`)
    }
    await echo.stop()
    const steady = await drive({
      url: server.url,
      serverPid: server.pid,
      speaks: 'chat',
      clients: await standing(),
      seconds,
      warmUpSeconds: WARM_UP_SECONDS,
      pace: { kind: 'steady', perSecond: STEADY_PER_SECOND },
    })
    await server.stop()
    if (steady.astray > 0) throw new Error(`${steady.astray} of ${steady.sent} messages did not reach the other side once and in order`)
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
    return [
      figure('chat.acknowledged-per-second', mean(rounds.map(({ ours }) => ours)), 'messages/s', mean(rounds.map((round) => round.echo))),
      figure('chat.send-to-other-side-p50', percentile(steady.latenciesMs, 0.5), 'ms'),
      figure('chat.send-to-other-side-p99', percentile(steady.latenciesMs, 0.99), 'ms'),
    ]
  },
}

const perSecond = ({ acknowledged, measuredMs }: DriverResult): number => (acknowledged * 1_000) / measuredMs

/** CPU time per message holds also on a machine that others keep busy. */
function described(result: DriverResult): string {
  const microseconds = (cores: number): string => ((cores * 1_000_000) / perSecond(result)).toFixed(1)
  return `${Math.round(perSecond(result))}/s; CPU a message: server ${microseconds(result.cpu.server)} µs, driver ${microseconds(result.cpu.driver)} µs`
}
