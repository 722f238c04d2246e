// 敏感词 at the console, for administrators. Works online: one truth, and it is the server's.
import * as guard from '../http/guard.ts'
import { relay } from './relay.ts'

const console = ['console'] as const

export const guardRequests = {
  'guard.listWords': relay(guard.listGuardWords, console),
  'guard.addWord': relay(guard.addGuardWord, console),
  'guard.saveWord': relay(guard.saveGuardWord, console),
  'guard.removeWord': relay(guard.removeGuardWord, console),
  'guard.importWords': relay(guard.importGuardWords, console),
  'guard.listPolicy': relay(guard.listGuardPolicy, console),
  'guard.savePolicy': relay(guard.saveGuardPolicy, console),
  'guard.try': relay(guard.tryGuard, console),
}
