// A real server on a free port with its own store, and a clock that can be turned.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/src/config.ts'
import { startServer, type RunningServer } from '../../server/src/app.ts'
import type { Correction } from '../../server/src/features/recall/index.ts'
import type { Clock } from '../../server/src/platform/clock.ts'
import { copyPreparedStore } from './prepared-store.ts'
import { storeEnvironment } from './store-place.ts'

export const DEMO_PASSWORD = 'Zhengna@2026'

export interface TestServer {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  readonly clock: TurnableClock
  openApi(): unknown
  /** What the editors' desk does when it publishes a change in substance. */
  correct(correction: Correction): Promise<number>
  /** Stops it and starts it again on the same store and port. */
  restart(): Promise<void>
  stop(): Promise<void>
  /** Stops it and removes what it stored. */
  remove(): Promise<void>
}

/** Runs with the machine's time, moved ahead by what a test asks. */
export class TurnableClock implements Clock {
  #aheadMs = 0
  now(): number {
    return Date.now() + this.#aheadMs
  }
  advance(ms: number): void {
    this.#aheadMs += ms
  }
}

export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `zhengna-${name}-`))
}

export async function startTestServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = temporaryFolder('server')
  copyPreparedStore(dataDir)
  const clock = new TurnableClock()
  const settings = {
    ZHENGNA_SIGN_INS_PER_MINUTE: '100000',
    ZHENGNA_REQUESTS_PER_MINUTE: '1000000',
    ZHENGNA_LOG_LEVEL: 'fatal',
    ...(await storeEnvironment(dataDir)),
    ...environment,
  }
  const start = (port: number): Promise<RunningServer> =>
    startServer(readConfig(['--data', dataDir, '--port', String(port)], settings), clock, 'a test')
  let running = await start(0)
  const url = running.url
  const port = Number(new URL(url).port)
  return {
    url,
    port,
    dataDir,
    clock,
    openApi: () => running.openApi(),
    correct: (correction) => running.correct(correction),
    async restart() {
      await running.close()
      running = await start(port)
    },
    stop: () => running.close(),
    async remove() {
      await running.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
