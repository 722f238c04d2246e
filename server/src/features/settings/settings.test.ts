import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultSettingValues } from '@zhengna/contract/domain/setting.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { codeOf, sentenceOf } from '../../../../test/support/desk.ts'
import { temporaryFolder, TurnableClock } from '../../../../test/support/server.ts'
import { storeOf } from '../../../../test/support/store-place.ts'
import { createLocalBus, type Bus } from '../../platform/bus/bus.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import { seedDemoPeople } from '../people/index.ts'
import { answeringSettingsIn, openSettings, type Settings } from './index.ts'

const admin = { personId: 'admin001' as PersonId }
const rounds = 'answering.rounds-without-hit'
const recallDays = 'knowledge.recall-days'

let folder: string
let database: Database
let bus: Bus
let clock: TurnableClock
let settings: Settings
/** A process on the same store; on a bus of its own it hears nothing of the others. */
const open = (on: Bus): Promise<Settings> => openSettings({ database, bus: on, clock, onError: (error) => expect.fail(String(error)) })
const stateOf = async (name: string) => (await settings.list()).find((one) => one.name === name)
const log = () => database.reader.selectFrom('knowledge_log').select(['kind', 'id']).orderBy('revision').execute()

beforeEach(async () => {
  folder = temporaryFolder('settings')
  database = await openDatabase(await storeOf(folder))
  await seedDemoPeople(database)
  bus = createLocalBus()
  clock = new TurnableClock()
  settings = await open(bus)
})
afterEach(async () => {
  await settings.refresh()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a setting', () => {
  it('that nobody set has its default, and nobody’s name', async () => {
    expect(settings.current()).toEqual(defaultSettingValues)
    expect(await stateOf(rounds)).toEqual({ name: rounds, value: 3, changedBy: null, changedAt: null })
  })

  it('that was changed holds at once, with the name of who did it and when', async () => {
    const before = clock.now()
    const state = await settings.change(admin, rounds, 5)
    expect(settings.current()[rounds]).toBe(5)
    expect(state).toMatchObject({ name: rounds, value: 5, changedBy: '演示系统管理员' })
    expect(state.changedAt).toBeGreaterThanOrEqual(before)
    expect(await stateOf(rounds)).toEqual(state)
  })

  it('brought back has its default, and says who did it', async () => {
    await settings.change(admin, recallDays, 30)
    clock.advance(1_000)
    const state = await settings.change({ personId: 'bz001' as PersonId }, recallDays, null)
    expect(state).toMatchObject({ value: 365, changedBy: '演示班长' })
    expect(settings.current()).toEqual(defaultSettingValues)
  })

  it.each([0, 11, 2.5, '3'])('refuses %j with its range, and stays as it was', async (value) => {
    expect(await codeOf(settings.change(admin, rounds, value))).toBe('SETTING_OUT_OF_RANGE')
    expect(await sentenceOf(settings.change(admin, rounds, value))).toContain('1–10 轮')
    expect(await stateOf(rounds)).toMatchObject({ value: 3, changedAt: null })
  })

  it('set to what it is changes nothing, and takes nobody’s name', async () => {
    const state = await settings.change(admin, rounds, 5)
    clock.advance(1_000)
    expect(await settings.change({ personId: 'bz001' as PersonId }, rounds, 5)).toEqual(state)
  })

  it('of text is kept without what stands around it', async () => {
    await settings.change(admin, 'answering.embedding-folder', ' /srv/model ')
    expect(settings.current()['answering.embedding-folder']).toBe('/srv/model')
  })

  it('with a stored value that its range no longer allows has its default', async () => {
    await settings.change(admin, rounds, 5)
    await database.write((trx) => trx.updateTable('setting_values').set({ value: '99' }).execute())
    await settings.refresh()
    expect(settings.current()[rounds]).toBe(3)
  })

  it('that the program no longer has is not listed, and hurts nobody', async () => {
    await database.write((trx) =>
      trx.insertInto('setting_values').values({ name: 'of.yesterday', value: '1', changed_by: admin.personId, changed_at: 1 }).execute(),
    )
    expect((await open(bus)).current()).toEqual(defaultSettingValues)
  })
})

describe('another process', () => {
  it('follows when it is told', async () => {
    const other = await open(bus)
    await settings.change(admin, recallDays, 30)
    await expect.poll(() => other.current()[recallDays]).toBe(30)
  })

  it('that heard nothing follows when it looks', async () => {
    const deaf = await open(createLocalBus())
    await settings.change(admin, recallDays, 30)
    expect(deaf.current()[recallDays]).toBe(365)
    await deaf.refresh()
    expect(deaf.current()[recallDays]).toBe(30)
  })

  it('started later begins with what was set', async () => {
    await settings.change(admin, rounds, 5)
    expect((await open(createLocalBus())).current()[rounds]).toBe(5)
  })
})

describe('the log of the knowledge base', () => {
  it('has a row for what the bot answers by, and none for the rest', async () => {
    const before = (await log()).length
    await settings.change(admin, recallDays, 30)
    expect(await log()).toHaveLength(before)
    await settings.change(admin, rounds, 5)
    expect((await log()).slice(before)).toEqual([{ kind: 'settings', id: rounds }])
    expect(await answeringSettingsIn(database.reader)).toEqual({ roundsWithoutHitMax: 5, suggestionsMax: 8 })
  })

  it('does not grow with a restart', async () => {
    await settings.change(admin, rounds, 5)
    const before = await log()
    await open(bus)
    expect(await log()).toEqual(before)
  })

  it('grows when a new program has other defaults', async () => {
    const older = JSON.stringify({ roundsWithoutHitMax: 4, suggestionsMax: 8 })
    await database.write((trx) => trx.updateTable('settings').set({ value: older }).where('name', '=', 'settings.answering').execute())
    const before = (await log()).length
    await open(bus)
    expect((await log()).slice(before)).toMatchObject([{ kind: 'settings' }])
  })
})
