// 参数设置: what administrators set, held in memory by every process that shares the store.
import {
  defaultSettingValues,
  readSetting,
  settingDefinitions,
  settingInWords,
  settingRange,
  type SettingName,
  type SettingState,
  type SettingValues,
} from '@zhengna/contract/domain/setting.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import { oneAtATime } from '../../platform/one-at-a-time.ts'
import { recordAudit } from '../audit/index.ts'
import type { Changing } from '../knowledge/index.ts'
import { isOfAnswering, recordAnsweringChange, recordNewDefaults } from './answering-settings.ts'
import { saveSetting, selectSettings, valuesOf } from './settings.store.ts'

export interface Settings {
  /** As this process holds them. A change made here is among them when `change` returns, one made elsewhere within a second. */
  current(): SettingValues
  list(): Promise<SettingState[]>
  /** Null brings the default back. Errors: SETTING_OUT_OF_RANGE, those of the setting’s check. */
  change(admin: Pick<Caller, 'personId'>, name: SettingName, value: SettingState['value'] | null): Promise<SettingState>
  /** Called with the new value when this process holds another one, whoever changed it. */
  follow<N extends SettingName>(name: N, listener: (value: SettingValues[N]) => void): void
  /** Reads what the store has, whoever wrote it. */
  refresh(): Promise<void>
}

export interface SettingsParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly onError: (error: unknown) => void
  /** What a value must hold beside its range. Errors are theirs. */
  readonly checks?: Partial<Record<SettingName, (value: SettingState['value']) => Promise<void>>>
}

export async function openSettings({ database, bus, clock, onError, checks = {} }: SettingsParts): Promise<Settings> {
  const write = <T>(work: (changing: Changing) => Promise<T>): Promise<T> =>
    database.write((trx, after) => work({ trx, after, bus, now: clock.now() }))
  const read = async (): Promise<SettingValues> => valuesOf(await selectSettings(database.reader))

  await write(recordNewDefaults)
  let held = await read()
  const followers: (() => void)[] = []
  const refresh = oneAtATime(async () => {
    held = await read()
    for (const look of followers) look()
  })
  bus.subscribe('settings.changed', () => void refresh().catch(onError))

  return {
    current: () => held,
    list: () => selectSettings(database.reader),
    async change({ personId }, name, wanted) {
      const value = wanted === null ? defaultSettingValues[name] : readSetting(name, wanted)
      if (value === null) throw new DomainError('SETTING_OUT_OF_RANGE', { range: settingRange(name) })
      await checks[name]?.(value)
      const state = await write(async (changing) => {
        const { trx, after, now } = changing
        const before = await stateOf(trx, name)
        if (before.value === value) return before
        // What equals the default follows it: nobody could see the difference.
        await saveSetting(trx, { name, value: value === defaultSettingValues[name] ? null : value, by: personId, at: now })
        await recordAudit(trx, {
          at: now,
          kind: 'setting',
          by: personId,
          subject: settingDefinitions[name].label,
          before: settingInWords(name, before.value),
          after: settingInWords(name, value),
        })
        if (isOfAnswering(name)) await recordAnsweringChange(changing, name)
        after(() => bus.publish('settings.changed', { name }))
        return stateOf(trx, name)
      })
      // It is stored whatever comes of this; the next round reads it again.
      await refresh().catch(onError)
      return state
    },
    follow(name, listener) {
      let known = held[name]
      followers.push(() => {
        if (held[name] === known) return
        known = held[name]
        listener(known)
      })
    },
    refresh,
  }
}

async function stateOf(db: Reader, name: SettingName): Promise<SettingState> {
  const state = (await selectSettings(db)).find((one) => one.name === name)
  if (!state) throw new Error(`There is no setting ${name}.`)
  return state
}
