// What administrators set, as rows. A value that its definition no longer allows counts as not set.
import {
  defaultSettingValues,
  readSetting,
  settingNames,
  type SettingName,
  type SettingState,
  type SettingValues,
} from '@zhengna/contract/domain/setting.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'

export interface SettingChange {
  readonly name: SettingName
  /** Null: the default. */
  readonly value: SettingState['value'] | null
  readonly by: PersonId
  readonly at: number
}

/** All of them, in the order of their definitions, with the name of who changed each. */
export async function selectSettings(db: Reader): Promise<SettingState[]> {
  const rows = await db
    .selectFrom('setting_values')
    .leftJoin('people', 'people.id', 'setting_values.changed_by')
    .select(['setting_values.name', 'value', 'changed_by', 'changed_at', 'people.name as changer'])
    .execute()
  const rowOf = new Map(rows.map((row) => [row.name, row]))
  return settingNames.map((name) => {
    const row = rowOf.get(name)
    return {
      name,
      value: readSetting(name, parse(row?.value ?? null)) ?? defaultSettingValues[name],
      changedBy: row ? (row.changer ?? row.changed_by) : null,
      changedAt: row?.changed_at ?? null,
    }
  })
}

export const valuesOf = (settings: readonly SettingState[]): SettingValues =>
  Object.fromEntries(settings.map(({ name, value }) => [name, value])) as unknown as SettingValues

export async function saveSetting(trx: Writer, { name, value, by, at }: SettingChange): Promise<void> {
  const row = { value: value === null ? null : JSON.stringify(value), changed_by: by, changed_at: at }
  await trx
    .insertInto('setting_values')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

const parse = (value: string | null): unknown => (value === null ? null : JSON.parse(value))
