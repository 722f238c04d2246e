// A TCP proxy between the clients and the server that behaves like a bad network: it cuts connections, also in the
// middle of a frame, stalls and slows them, and lets them die on one side without telling the other.
import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { createLane, type Lane } from './lane.ts'
import type { Random } from './random.ts'

const faults = ['cut', 'cut-mid-frame', 'stall', 'slow', 'half-open'] as const
export type Fault = (typeof faults)[number]

/** How often each is drawn. */
const weights: Record<Fault, number> = { cut: 28, 'cut-mid-frame': 14, stall: 24, slow: 24, 'half-open': 10 }
const FAULT_EVERY_MS = [30, 150] as const

export interface BadNetwork {
  readonly url: string
  readonly counts: Record<Fault, number>
  /**
   * Begins to misbehave. Connections that die without anybody ever telling the client come in the first third of the
   * time alone: a client finds out after 45 s of silence, and the end of the run need not wait for that.
   */
  rage(seconds: number): void
  /** Behaves from now on; what is dead stays dead until its end finds out. */
  calm(): void
  close(): Promise<void>
}

interface Link {
  readonly near: Socket
  readonly far: Socket
  readonly toServer: Lane
  readonly toClient: Lane
  /** Forgotten on the server's side; the client has not been told. */
  halfOpen: boolean
}

export async function openBadNetwork(serverPort: () => number, random: Random): Promise<BadNetwork> {
  const links = new Set<Link>()
  const counts: Record<Fault, number> = { cut: 0, 'cut-mid-frame': 0, stall: 0, slow: 0, 'half-open': 0 }
  let timer: NodeJS.Timeout | undefined
  let silentUntil = 0

  const drop = (link: Link): void => {
    links.delete(link)
    link.toServer.close()
    link.toClient.close()
    link.near.destroy()
    link.far.destroy()
  }
  const door = createServer((near) => {
    const far = connect(serverPort(), '127.0.0.1')
    near.setNoDelay(true)
    far.setNoDelay(true)
    const link: Link = { near, far, toServer: createLane(near, far), toClient: createLane(far, near), halfOpen: false }
    links.add(link)
    near.on('error', () => undefined)
    far.on('error', () => undefined)
    near.on('close', () => drop(link))
    far.on('close', () => {
      if (!link.halfOpen) drop(link)
    })
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))

  const inflict = (fault: Fault, link: Link): void => {
    counts[fault] += 1
    switch (fault) {
      case 'cut':
        return drop(link)
      case 'cut-mid-frame':
        return (random.chance(0.5) ? link.toClient : link.toServer).cutNextChunk(() => drop(link))
      case 'stall': {
        const forMs = random.between(300, 4_000)
        const direction = random.pick(['both', 'toServer', 'toClient'] as const)
        if (direction !== 'toClient') link.toServer.stall(forMs)
        if (direction !== 'toServer') link.toClient.stall(forMs)
        return
      }
      case 'slow': {
        const delayMs = random.between(20, 900)
        link.toServer.slow(delayMs)
        link.toClient.slow(delayMs)
        return
      }
      case 'half-open':
        link.halfOpen = true
        link.toServer.swallow()
        link.toClient.swallow()
        link.far.destroy()
        // Most networks tell the client some time later; some never do.
        if (Date.now() > silentUntil || random.chance(0.5)) setTimeout(() => drop(link), random.between(1_500, 9_000)).unref()
    }
  }
  const next = (): void => {
    timer = setTimeout(
      () => {
        const link = random.pick([...links].filter(({ halfOpen }) => !halfOpen))
        const fault = drawFault(random)
        if (link) inflict(fault, link)
        next()
      },
      random.between(...FAULT_EVERY_MS),
    )
  }

  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    counts,
    rage(seconds) {
      silentUntil = Date.now() + (seconds * 1_000) / 3
      next()
    },
    calm() {
      clearTimeout(timer)
      for (const { toServer, toClient } of links) {
        toServer.slow(0)
        toClient.slow(0)
      }
    },
    async close() {
      clearTimeout(timer)
      for (const link of [...links]) drop(link)
      await new Promise<void>((resolve) => door.close(() => resolve()))
    },
  }
}

function drawFault(random: Random): Fault {
  let draw = random.between(
    0,
    Object.values(weights).reduce((sum, weight) => sum + weight, 0),
  )
  for (const fault of faults) {
    draw -= weights[fault]
    if (draw < 0) return fault
  }
  return 'cut'
}
