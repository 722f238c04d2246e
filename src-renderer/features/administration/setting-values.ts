// What is typed for a setting, held against its definition.
import {
  readSetting,
  settingDefinitions,
  settingGroups,
  settingNames,
  type SettingDefinition,
  type SettingGroup,
  type SettingName,
  type SettingState,
} from '@zhengna/contract/domain/setting.ts'

/** As it stands in its field; null where the field was emptied. */
export type Typed = number | string | null

export const definitionOf = (name: SettingName): SettingDefinition => settingDefinitions[name]
export const isAllowed = (name: SettingName, typed: Typed): boolean => readSetting(name, typed) !== null
export const isDefault = ({ name, value }: SettingState): boolean => value === definitionOf(name).default

/** What is the same once it is read is no change: a blank behind a path. */
export const isSame = ({ name, value }: SettingState, typed: Typed): boolean => typed === value || readSetting(name, typed) === value

export interface SettingsOfGroup {
  readonly group: SettingGroup
  readonly settings: readonly SettingState[]
}

/** In the order of groups and definitions; a setting that this window does not know yet is left out. */
export function byGroup(settings: readonly SettingState[]): SettingsOfGroup[] {
  const known = settingNames.flatMap((name) => settings.find((one) => one.name === name) ?? [])
  return settingGroups
    .map((group) => ({ group, settings: known.filter(({ name }) => definitionOf(name).group === group) }))
    .filter((one) => one.settings.length > 0)
}
