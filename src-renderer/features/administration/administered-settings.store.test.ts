// @vitest-environment happy-dom
import type { SettingName, SettingState } from '@zhengna/contract/domain/setting.ts'
import { failure } from '@zhengna/contract/errors.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { useAdministeredSettingsStore } from './administered-settings.store.ts'
import { installAdministration } from './administration.fixture.ts'

const rounds = 'answering.rounds-without-hit'
let stand: ReturnType<typeof installAdministration>
let store: ReturnType<typeof useAdministeredSettingsStore>
const stateOf = (name: SettingName): SettingState => store.settings!.find((one) => one.name === name)!

beforeEach(async () => {
  stand = installAdministration()
  store = useAdministeredSettingsStore()
  await store.load()
})

describe('what is typed', () => {
  test('can be saved when it is another value, and an allowed one', () => {
    for (const [typed, can] of [
      [3, false],
      [5, true],
      [11, false],
      [2.5, false],
      [null, false],
    ] as const) {
      store.type(stateOf(rounds), typed)
      expect([typed, store.canSave(stateOf(rounds))]).toEqual([typed, can])
    }
  })

  test('is no change where only blanks differ', () => {
    store.type(stateOf('answering.embedding-folder'), '  ')
    expect(store.isChanged(stateOf('answering.embedding-folder'))).toBe(false)
  })

  test('outlives reading the settings again, and the value behind it is the new one', async () => {
    store.type(stateOf(rounds), 5)
    stand.server.set(rounds, { value: 7, changedBy: '另一位' })
    await store.load()
    expect(stateOf(rounds)).toMatchObject({ value: 7, changedBy: '另一位' })
    expect(store.typedOf(stateOf(rounds))).toBe(5)
  })

  test('can be undone', () => {
    store.type(stateOf(rounds), 99)
    store.undo(stateOf(rounds))
    expect(store.typedOf(stateOf(rounds))).toBe(3)
  })

  test('is nobody else’s', () => {
    store.type(stateOf(rounds), 5)
    store.reset()
    expect(store.unsavedOf(rounds)).toEqual({})
    expect(store.settings).toBeNull()
  })
})

describe('saving', () => {
  test('sends the value, and shows who changed it', async () => {
    store.type(stateOf(rounds), 5)
    expect(await store.save(stateOf(rounds))).toBe(true)
    expect(stand.changes()).toEqual([{ params: { name: rounds }, body: { value: 5 } }])
    expect(stateOf(rounds)).toMatchObject({ value: 5, changedBy: '演示系统管理员' })
    expect(store.isChanged(stateOf(rounds))).toBe(false)
  })

  test('twice in a hurry saves once', async () => {
    store.type(stateOf(rounds), 5)
    await Promise.all([store.save(stateOf(rounds)), store.save(stateOf(rounds))])
    expect(stand.changes()).toHaveLength(1)
  })

  test('with no line keeps what was typed, and says why', async () => {
    store.type(stateOf(rounds), 5)
    stand.server.isOnline = false
    expect(await store.save(stateOf(rounds))).toBe(false)
    expect(store.typedOf(stateOf(rounds))).toBe(5)
    expect(store.unsavedOf(rounds).failure?.code).toBe('HOST_OFFLINE')
    stand.server.isOnline = true
    expect(await store.save(stateOf(rounds))).toBe(true)
    expect(store.unsavedOf(rounds)).toEqual({})
  })

  test('a value that the server refuses keeps it, with the server’s reason', async () => {
    store.type(stateOf(rounds), 9)
    stand.server.refusal = failure('SETTING_OUT_OF_RANGE', { range: '1–8 轮' })
    await store.save(stateOf(rounds))
    expect(store.typedOf(stateOf(rounds))).toBe(9)
    expect(store.unsavedOf(rounds).failure?.message).toContain('1–8 轮')
  })

  test('leaves what was typed meanwhile as another change', async () => {
    store.type(stateOf(rounds), 5)
    const saving = store.save(stateOf(rounds))
    store.type(stateOf(rounds), 6)
    await saving
    expect(stateOf(rounds).value).toBe(5)
    expect(store.typedOf(stateOf(rounds))).toBe(6)
  })

  test('the default is brought back by saying nothing', async () => {
    store.type(stateOf(rounds), 5)
    await store.save(stateOf(rounds))
    await store.restore(stateOf(rounds))
    expect(stand.changes().at(-1)?.body).toEqual({ value: null })
    expect(stateOf(rounds).value).toBe(3)
  })
})

test('what cannot be read leaves what was read before', async () => {
  stand.server.isOnline = false
  expect(await store.load()).toBe(false)
  expect(store.settings).not.toBeNull()
  expect(store.loadFailure?.code).toBe('HOST_OFFLINE')
})
