// 系统管理 at the console. Online only: what administrators set has one truth, and it is the server's. (`settings.*` are this machine's own.)
import * as settings from '../http/settings.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const administrationRequests = {
  'administration.listSettings': relay(settings.listSettings, console),
  'administration.changeSetting': relay(settings.changeSetting, console),
}
