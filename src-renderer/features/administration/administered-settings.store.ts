// 参数设置: what the server has, and what is typed and not saved yet, which outlives leaving the page. This machine's own settings are
// features/settings.
import type { SettingName, SettingState } from '@zhengna/contract/domain/setting.ts'
import type { Failure, Result } from '@zhengna/contract/result.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useHost } from '../../host/index.ts'
import { isAllowed, isSame, type Typed } from './setting-values.ts'

interface Unsaved {
  /** Absent: nothing was typed. */
  readonly typed?: Typed
  /** Why it was not saved. */
  readonly failure?: Failure
  readonly isBusy?: boolean
}

export const useAdministeredSettingsStore = defineStore('administered-settings', () => {
  const host = useHost()
  const settings = shallowRef<readonly SettingState[] | null>(null)
  const loadFailure = shallowRef<Failure | null>(null)
  const isLoading = shallowRef(false)
  const unsaved = shallowRef<ReadonlyMap<SettingName, Unsaved>>(new Map())

  const unsavedOf = (name: SettingName): Unsaved => unsaved.value.get(name) ?? {}
  function note(name: SettingName, what: Unsaved): void {
    unsaved.value = new Map(unsaved.value).set(name, what)
  }

  /** What is typed stays. False where it could not be read. */
  async function load(): Promise<boolean> {
    isLoading.value = true
    const got = await host.request('administration.listSettings', {})
    isLoading.value = false
    loadFailure.value = got.ok ? null : got.error
    if (got.ok) settings.value = got.value.settings
    return got.ok
  }

  const typedOf = ({ name, value }: SettingState): Typed => {
    const { typed } = unsavedOf(name)
    return typed === undefined ? value : typed
  }
  const isChanged = (state: SettingState): boolean => !isSame(state, typedOf(state))
  const canSave = (state: SettingState): boolean =>
    isChanged(state) && isAllowed(state.name, typedOf(state)) && unsavedOf(state.name).isBusy !== true

  const type = ({ name }: SettingState, typed: Typed): void => note(name, { typed })
  const undo = ({ name }: SettingState): void => note(name, {})

  /** False where it was not saved: what was typed is kept, with the reason. */
  async function save(state: SettingState): Promise<boolean> {
    const typed = typedOf(state)
    return canSave(state) && typed !== null && send(state.name, typed)
  }
  const restore = ({ name }: SettingState): Promise<boolean> => send(name, null)

  async function send(name: SettingName, value: Exclude<Typed, null> | null): Promise<boolean> {
    const before = unsavedOf(name)
    note(name, { ...before, isBusy: true })
    const changed: Result<{ setting: SettingState }> = await host.request('administration.changeSetting', {
      params: { name },
      body: { value },
    })
    if (!changed.ok) {
      note(name, { ...unsavedOf(name), isBusy: false, failure: changed.error })
      return false
    }
    const { setting } = changed.value
    settings.value = settings.value?.map((one) => (one.name === name ? setting : one)) ?? null
    // What was typed while it was being saved is another change.
    const { typed } = unsavedOf(name)
    note(name, typed === before.typed || typed === undefined ? {} : { typed })
    return true
  }

  /** Another person signs in: nothing of the last one's may show. */
  function reset(): void {
    settings.value = null
    loadFailure.value = null
    unsaved.value = new Map()
  }

  return { settings, loadFailure, isLoading, unsavedOf, typedOf, isChanged, canSave, load, type, undo, save, restore, reset }
})
