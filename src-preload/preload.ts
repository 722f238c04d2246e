// What a window finds at `window.zhengna`: the host contract and nothing else. Runs sandboxed: no Node, no Buffer.
// Nothing is listed by hand: the names come from the contract when this is built.
import { failure } from '@zhengna/contract/errors.ts'
import type { HostBridge } from '@zhengna/contract/host/index.ts'
import { fail, type Result } from '@zhengna/contract/result.ts'
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

type Request = (params: unknown) => Promise<Result<unknown>>
type Listen = (listener: (payload: unknown) => void) => () => void

const requests = new Map<string, Request>()
for (const [name, channel] of Object.entries(REQUEST_CHANNELS)) {
  // Requests never reject: what goes wrong on the way is a Result too.
  requests.set(name, (params) => ipcRenderer.invoke(channel, params).catch(() => fail(failure('INTERNAL'))))
}

const events = new Map<string, Listen>()
for (const [name, channel] of Object.entries(EVENT_CHANNELS)) {
  events.set(name, (listener) => {
    // The IPC event stays here: it carries `sender`, a way around this bridge.
    const hear = (_event: IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(channel, hear)
    return () => void ipcRenderer.removeListener(channel, hear)
  })
}

const bridge: { readonly [K in keyof HostBridge]: unknown } = {
  request: (name: string, params: unknown) => requests.get(name)?.(params) ?? Promise.resolve(fail(failure('HOST_REQUEST_UNKNOWN'))),
  on: (name: string, listener: (payload: unknown) => void) => events.get(name)?.(listener) ?? (() => undefined),
}
contextBridge.exposeInMainWorld('zhengna', bridge)
