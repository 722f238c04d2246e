export { installHost, useHost, useHostEvent, useHostLink, useHostReturn } from './host.ts'
