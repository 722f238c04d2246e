// A real host of either edition, with a window that only listens.
import { rmSync } from 'node:fs'
import type { Edition } from '@zhengna/contract/domain/person.ts'
import type { HostEventName, HostParams, HostPayload, HostReply, HostRequestName } from '@zhengna/contract/host/index.ts'
import type { Result } from '@zhengna/contract/result.ts'
import { createHost } from '../../src-main/host/host.ts'
import type { Host, ServedAttachment } from '../../src-main/host/ports.ts'
import { DEMO_PASSWORD, temporaryFolder } from './server.ts'

export interface TestHost {
  /** The value, or throws with the failure's code. */
  ask<N extends HostRequestName>(name: N, params: HostParams<N>): Promise<HostReply<N>>
  tryAsk<N extends HostRequestName>(name: N, params: HostParams<N>): Promise<Result<HostReply<N>>>
  /** Resolves with the first payload that satisfies, past or to come. */
  heard<N extends HostEventName>(name: N, satisfies: (payload: HostPayload<N>) => boolean): Promise<HostPayload<N>>
  signIn(account: string): Promise<void>
  online(): Promise<void>
  /** What the shells serve at /attachments/. */
  attachment(id: string): ServedAttachment | null
  /** The machine’s folder. */
  readonly dataDir: string
  /** Closes and opens again on the same data, as after a restart of the program. */
  reopen(): Promise<void>
  close(): Promise<void>
  remove(): Promise<void>
}

const PATIENCE_MS = 20_000

export async function openTestHost(edition: Edition, serverUrl: string): Promise<TestHost> {
  const dataDir = temporaryFolder(edition)
  const key = new Uint8Array(32).fill(7)
  let heard: { name: HostEventName; payload: unknown }[] = []
  const waiting = new Set<() => void>()
  const open = async (): Promise<Host> => {
    const host = await createHost({
      edition,
      serverUrl,
      dataDir,
      version: '0.0.0',
      secrets: { storeKey: () => Promise.resolve(key) },
      shell: { shell: 'loopback', controlsWindow: () => false, controlWindow: () => undefined, openLink: () => Promise.resolve() },
      log: () => undefined,
    })
    host.subscribe((name, payload) => {
      heard.push({ name, payload })
      for (const look of waiting) look()
    })
    return host
  }
  let host = await open()

  const tryAsk: TestHost['tryAsk'] = (name, params) => host.handle(name, params) as Promise<never>
  const test: TestHost = {
    tryAsk,
    async ask(name, params) {
      const result = await tryAsk(name, params)
      if (!result.ok) throw new Error(result.error.code)
      return result.value
    },
    heard: (name, satisfies) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = heard.find((event) => event.name === name && satisfies(event.payload as never))
          if (!found) return
          clearTimeout(patience)
          waiting.delete(look)
          resolve(found.payload as never)
        }
        const patience = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`${name} did not come; heard ${heard.map((event) => event.name).join(', ')}`))
        }, PATIENCE_MS)
        waiting.add(look)
        look()
      }),
    async signIn(account) {
      await test.ask('session.signIn', { account, password: DEMO_PASSWORD })
      await test.online()
    },
    async online() {
      const now = await test.ask('connection.get', {})
      if (now.state !== 'online') await test.heard('connection.changed', ({ state }) => state === 'online')
    },
    attachment: (id) => host.attachment(id),
    dataDir,
    async reopen() {
      await host.close()
      heard = []
      host = await open()
    },
    close: () => host.close(),
    async remove() {
      await host.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return test
}
