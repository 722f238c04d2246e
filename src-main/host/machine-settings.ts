// The settings of this machine, whoever is signed in.
import { defaultSettings, type Settings } from '@zhengna/contract/host/shell.ts'
import type { DeviceCache } from './cache/cache.ts'
import type { Events } from './events.ts'

export interface MachineSettings {
  current(): Settings
  /** Kept, and told to all windows. */
  change(change: Partial<Settings>): Promise<Settings>
}

const KEPT = 'settings'

export async function openMachineSettings(device: DeviceCache, events: Events): Promise<MachineSettings> {
  let held: Settings = { ...defaultSettings, ...(JSON.parse((await device.get(KEPT)) ?? '{}') as Partial<Settings>) }
  return {
    current: () => held,
    async change(change) {
      const next = { ...held, ...change }
      await device.set(KEPT, JSON.stringify(next))
      held = next
      events.emit('settings.changed', next)
      return next
    },
  }
}
