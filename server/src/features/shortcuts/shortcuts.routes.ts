import * as contract from '@zhengna/contract/http/shortcuts.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Shortcuts } from './shortcuts.service.ts'

export function registerShortcutRoutes(implement: Implement, shortcuts: Shortcuts): void {
  implement(contract.getShortcuts, ({ caller }) => shortcuts.board(caller))
  implement(contract.chooseShortcuts, async ({ caller, body }) => ({ choice: await shortcuts.choose(caller, body) }))
}
