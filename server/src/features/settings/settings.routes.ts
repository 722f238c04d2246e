import * as contract from '@zhengna/contract/http/settings.ts'
import type { Implement } from '../../platform/http/implement.ts'
import type { Settings } from './settings.service.ts'

export function registerSettingRoutes(implement: Implement, settings: Settings): void {
  implement(contract.listSettings, async () => ({ settings: await settings.list() }))
  implement(contract.changeSetting, async ({ caller, params, body }) => ({
    setting: await settings.change(caller, params.name, body.value),
  }))
}
