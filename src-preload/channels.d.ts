// Put in by build/electron/vite.preload.config.ts: the host contract's names with their IPC channels.
import type { HostEventName, HostRequestName } from '@zhengna/contract/host/index.ts'

declare global {
  const REQUEST_CHANNELS: Readonly<Record<HostRequestName, string>>
  const EVENT_CHANNELS: Readonly<Record<HostEventName, string>>
}
