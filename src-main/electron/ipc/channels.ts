// The IPC channel of each name in the host contract. The preload gets the finished tables when it is built
// (build/electron/vite.preload.config.ts), so that it holds neither schemas nor a second copy of this rule.
import { hostEvents, hostRequests, type HostEventName, type HostRequestName } from '@zhengna/contract/host/index.ts'

export const requestChannels = tabulate(Object.keys(hostRequests) as HostRequestName[], 'request')
export const eventChannels = tabulate(Object.keys(hostEvents) as HostEventName[], 'event')

function tabulate<N extends string>(names: readonly N[], kind: 'request' | 'event'): Readonly<Record<N, string>> {
  return Object.fromEntries(names.map((name) => [name, `zhengna:${kind}:${name}`])) as Record<N, string>
}
