// Which bridge this window has: the preload's, or the loopback one. Chosen at the first use; tests install their own.
import type { HostBridge, HostEventName, HostPayload } from '@zhengna/contract/host/index.ts'
import { onScopeDispose, readonly, shallowRef, type Ref } from 'vue'
import { createLoopbackBridge, loopbackAddress, type LinkState } from './loopback-bridge.ts'

declare global {
  interface Window {
    readonly zhengna?: HostBridge
  }
}

let installed: HostBridge | null = null
const link = shallowRef<LinkState>('up')
const returnListeners = new Set<() => void>()

function chooseBridge(): HostBridge {
  if (window.zhengna) return window.zhengna
  const bridge = createLoopbackBridge(loopbackAddress(window.location))
  link.value = bridge.state()
  bridge.onLink((state) => {
    const returned = state === 'up' && link.value === 'down'
    link.value = state
    if (returned) for (const listener of returnListeners) listener()
  })
  return bridge
}

export function useHost(): HostBridge {
  return (installed ??= chooseBridge())
}

/** For tests and for nothing else. */
export function installHost(bridge: HostBridge): void {
  installed = bridge
}

/** Listens as long as the component or store lives. */
export function useHostEvent<N extends HostEventName>(name: N, listener: (payload: HostPayload<N>) => void): void {
  onScopeDispose(useHost().on(name, listener))
}

/** The line between this window and its host; always 'up' under Electron. Not the line to the server: that is `connection.get`. */
export function useHostLink(): Readonly<Ref<LinkState>> {
  useHost()
  return readonly(link)
}

/** Called when the host is back after it was gone: events were missed, so ask again for what is shown. */
export function useHostReturn(listener: () => void): void {
  useHost()
  returnListeners.add(listener)
  onScopeDispose(() => returnListeners.delete(listener))
}
