export { installHost, useHost, useHostEvent, useHostLink, useHostReturn } from './host.ts'
export type { LinkState } from './loopback-bridge.ts'
