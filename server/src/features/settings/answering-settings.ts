// The settings that travel in the knowledge snapshot: engines and desktops follow them as they follow articles.
import { answeringSettingNames, answeringSettingsOf, type AnsweringSettings } from '@zhengna/contract/domain/article.ts'
import type { SettingName } from '@zhengna/contract/domain/setting.ts'
import type { Reader } from '../../platform/database/database.ts'
import { recordChange, type Changing } from '../knowledge/index.ts'
import { selectSettings, valuesOf } from './settings.store.ts'

const MARK = 'settings.answering'
const names: ReadonlySet<SettingName> = new Set(Object.values(answeringSettingNames))

export const isOfAnswering = (name: SettingName): boolean => names.has(name)

export const answeringSettingsIn = async (db: Reader): Promise<AnsweringSettings> => answeringSettingsOf(valuesOf(await selectSettings(db)))

/** A program with other defaults changes what is served although nobody set anything: desktops hear of it like of any change. */
export async function recordNewDefaults(changing: Changing): Promise<void> {
  const { trx } = changing
  const value = JSON.stringify(await answeringSettingsIn(trx))
  const known = await trx.selectFrom('settings').select('value').where('name', '=', MARK).executeTakeFirst()
  if (known?.value === value) return
  await recordAnsweringChange(changing, MARK)
}

/** After the setting is stored, in its transaction. `id`: which. */
export async function recordAnsweringChange(changing: Changing, id: string): Promise<void> {
  const { trx } = changing
  await recordChange(changing, 'settings', id)
  const value = JSON.stringify(await answeringSettingsIn(trx))
  await trx
    .insertInto('settings')
    .values({ name: MARK, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
