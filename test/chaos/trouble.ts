// What befalls the processes during a run: the server is killed and started again, and so is a program with its clients.
import { setTimeout as pause } from 'node:timers/promises'
import type { ClientGroup } from './client-group.ts'
import type { Random } from './random.ts'
import type { ServerProcess } from './server-process.ts'

export interface Trouble {
  readonly serverKills: number
  readonly clientCrashes: number
}

export interface TroubleParts {
  readonly server: ServerProcess
  readonly groups: readonly ClientGroup[]
  readonly random: Random
  readonly seconds: number
}

const UP_MS = [4_000, 11_000] as const
const DOWN_MS = [100, 3_500] as const
const CLIENT_CRASHES = 2

/** Resolves when the time is over, with the server up and every client talking. */
export async function misbehave({ server, groups, random, seconds }: TroubleParts): Promise<Trouble> {
  const end = Date.now() + seconds * 1_000
  const upTo = (ms: number): Promise<unknown> => pause(Math.max(0, Math.min(ms, end - Date.now())))
  let serverKills = 0
  let clientCrashes = 0
  const forks = { server: random.fork(), clients: random.fork() }

  const killServer = async (): Promise<void> => {
    for (;;) {
      await upTo(forks.server.between(...UP_MS))
      if (Date.now() >= end) return
      await server.kill()
      serverKills += 1
      await upTo(forks.server.between(...DOWN_MS))
      await server.start()
    }
  }
  const crashClients = async (): Promise<void> => {
    for (let crash = 0; crash < CLIENT_CRASHES; crash += 1) {
      await upTo((seconds * 1_000) / (CLIENT_CRASHES + 1) + forks.clients.between(-2_000, 2_000))
      const group = forks.clients.pick(groups)
      if (!group || Date.now() >= end) return
      await group.crash()
      clientCrashes += 1
      await group.order('open')
      await group.order('talk')
    }
    await upTo(Infinity)
  }
  await Promise.all([killServer(), crashClients()])
  return { serverKills, clientCrashes }
}
