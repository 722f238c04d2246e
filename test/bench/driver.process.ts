// The clients of a speed benchmark: the same for the server and for the echo it is measured against.
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import WebSocket from 'ws'
import type { ServerFrame } from '@zhengna/contract/realtime/frames.ts'
import { LIVE_PATH, PROTOCOL_VERSION } from '@zhengna/contract/realtime/frames.ts'
import type { DriverClient, DriverPlan, DriverResult } from './driver-plan.ts'

const TEXT = '您好，请问小规模纳税人月销售额多少以内可以免征增值税？需要办什么手续吗？'
const DRAIN_WITHIN_MS = 30_000

process.once('message', (plan: DriverPlan) => {
  run(plan).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  )
})
process.once('disconnect', () => process.exit(0))

interface Talker {
  readonly client: DriverClient
  readonly socket: WebSocket
  sent: number
  acknowledged: number
  /** Messages of the other side that came, each with the seq that had to be next. */
  received: number
  nextSeq: number
}

async function run(plan: DriverPlan): Promise<DriverResult> {
  const { pace } = plan
  const measuresLatency = pace.kind === 'steady'
  const sentAt = new Map<string, number>()
  const latenciesMs: number[] = []
  let measuring = false
  let sending = true
  let acknowledged = 0
  let gaps = 0

  const send = (talker: Talker): void => {
    const id = uuidv7()
    const { conversationId, author } = talker.client
    talker.sent += 1
    if (measuresLatency && measuring) sentAt.set(id, performance.now())
    talker.socket.send(
      `{"type":"message.send","id":"${id}","conversationId":${author === 'agent' ? `"${conversationId}"` : 'null'},"text":"${TEXT}"}`,
    )
  }
  const acknowledge = (talker: Talker): void => {
    talker.acknowledged += 1
    if (measuring) acknowledged += 1
    if (sending && pace.kind === 'flood') send(talker)
  }
  const take = (talker: Talker, frame: ServerFrame): void => {
    if (frame.type === 'ack') return acknowledge(talker)
    if (frame.type === 'refused') throw new Error(`refused: ${frame.error.code}`)
    if (frame.type !== 'message') return
    const { seq, author, id } = frame.message
    if (seq !== talker.nextSeq) gaps += 1
    talker.nextSeq = seq + 1
    if (author === talker.client.author) return
    talker.received += 1
    const at = sentAt.get(id)
    if (at !== undefined) latenciesMs.push(performance.now() - at)
  }

  const talkers: Talker[] = []
  for (const client of plan.clients)
    talkers.push({ client, socket: await open(plan, client), sent: 0, acknowledged: 0, received: 0, nextSeq: client.lastSeq + 1 })
  for (const talker of talkers) {
    talker.socket.on('message', (bytes) => {
      const parsed = JSON.parse((bytes as Buffer).toString('utf8')) as ServerFrame | ServerFrame[]
      if (plan.speaks === 'echo') return acknowledge(talker)
      if (Array.isArray(parsed)) for (const frame of parsed) take(talker, frame)
      else take(talker, parsed)
    })
  }

  const timers: NodeJS.Timeout[] = []
  for (const [index, talker] of talkers.entries()) {
    if (pace.kind === 'flood') for (let ahead = 0; ahead < pace.window; ahead += 1) send(talker)
    else {
      // Spread over the second, as people are.
      const every = 1_000 / pace.perSecond
      timers.push(setTimeout(() => timers.push(setInterval(() => sending && send(talker), every)), (every * index) / talkers.length))
    }
  }
  await pause(plan.warmUpSeconds * 1_000)
  const startedAt = performance.now()
  const before = { driver: process.cpuUsage(), server: cpuMs(plan.serverPid) }
  measuring = true
  await pause(plan.seconds * 1_000)
  measuring = false
  const measuredMs = performance.now() - startedAt
  const { user, system } = process.cpuUsage(before.driver)
  const cpu = { driver: (user + system) / 1_000 / measuredMs, server: (cpuMs(plan.serverPid) - before.server) / measuredMs }
  sending = false
  for (const timer of timers) clearInterval(timer)

  const isDrained = (): boolean =>
    talkers.every(
      (talker) =>
        talker.acknowledged === talker.sent && (plan.speaks === 'echo' || talker.received === talkers[talker.client.partner]?.sent),
    )
  const deadline = Date.now() + DRAIN_WITHIN_MS
  while (!isDrained() && Date.now() < deadline) await pause(50)
  const missing =
    plan.speaks === 'echo'
      ? 0
      : talkers.reduce((sum, talker) => sum + Math.abs((talkers[talker.client.partner]?.sent ?? 0) - talker.received), 0)
  for (const { socket } of talkers) socket.terminate()
  return {
    acknowledged,
    measuredMs,
    sent: talkers.reduce((sum, { sent }) => sum + sent, 0),
    astray: missing + gaps,
    latenciesMs: latenciesMs.sort((a, b) => a - b),
    cpu,
  }
}

/** Resolves when the line may be talked on. */
function open({ url, speaks }: DriverPlan, { token }: DriverClient): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws') + LIVE_PATH, { perMessageDeflate: false })
    socket.once('error', reject)
    socket.once('open', () => {
      if (speaks === 'echo') return resolve(socket)
      socket.send(JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, token }))
      socket.once('message', () => resolve(socket))
      socket.once('close', (code) => reject(new Error(`the line was closed with ${code}`)))
    })
  })
}

/** CPU time of another process so far: fields 14 and 15 of /proc/pid/stat, in hundredths of a second. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
