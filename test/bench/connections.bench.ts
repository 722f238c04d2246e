// What an idle connection costs in memory, against one that bare ws holds.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import WebSocket from 'ws'
import { LIVE_PATH, PROTOCOL_VERSION } from '@zhengna/contract/realtime/frames.ts'
import { insertCrowd } from '../chaos/crowd.ts'
import { startServerProcess } from '../chaos/server-process.ts'
import { figure, type Benchmark } from './figures.ts'
import { tokenOf } from './live-crowd.ts'
import { garbageOnSignal, residentBytes, startEchoServer } from './processes.ts'

const CONNECTIONS = 2_000
/** Opened and closed before, so that what is built once is not counted. */
const WARM_UP_CONNECTIONS = 200
const AT_ONCE = 50

export const connections: Benchmark = {
  names: ['connections.memory-per-idle'],
  async run({ folder }) {
    const dataDir = join(folder, 'connections')
    const { taxpayers } = await insertCrowd(dataDir, { taxpayers: CONNECTIONS, agents: 0 })
    const tokens = await Promise.all(taxpayers.map(({ account }) => tokenOf(account, 'taxpayer')))
    const server = await startServerProcess(dataDir, { ZHENGNA_ACCESS_TOKEN_SECONDS: '86400' }, garbageOnSignal)
    const ours = await bytesPerConnection(server, tokens)
    await server.stop()
    const echo = await startEchoServer()
    const bare = await bytesPerConnection(
      echo,
      tokens.map(() => null),
    )
    await echo.stop()
    return [figure('connections.memory-per-idle', ours / 1_024, 'KiB', bare / 1_024)]
  },
}

async function bytesPerConnection({ url, pid }: { url: string; pid: number }, tokens: readonly (string | null)[]): Promise<number> {
  for (const socket of await connectAll(url, tokens.slice(0, WARM_UP_CONNECTIONS))) socket.terminate()
  await pause(500)
  const before = await residentBytes(pid)
  const sockets = await connectAll(url, tokens)
  const after = await residentBytes(pid)
  for (const socket of sockets) socket.terminate()
  return (after - before) / sockets.length
}

async function connectAll(url: string, tokens: readonly (string | null)[]): Promise<WebSocket[]> {
  const sockets: WebSocket[] = []
  for (let start = 0; start < tokens.length; start += AT_ONCE)
    sockets.push(...(await Promise.all(tokens.slice(start, start + AT_ONCE).map((token) => connect(url, token)))))
  return sockets
}

/** `token`: null for the echo server; ours says welcome first. */
const connect = (url: string, token: string | null): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws') + LIVE_PATH, { perMessageDeflate: false })
    socket.once('error', reject)
    socket.once('open', () => {
      if (token === null) return resolve(socket)
      socket.send(JSON.stringify({ type: 'hello', version: PROTOCOL_VERSION, token }))
      socket.once('message', () => resolve(socket))
    })
  })
