import { describe, expect, it } from 'vitest'
import { answeringSettingsOf, defaultAnsweringSettings } from './article.ts'
import { defaultSettingValues, readSetting, settingDefinitions, settingGroupLabels, settingNames, settingRange } from './setting.ts'

describe('a number', () => {
  const name = 'answering.rounds-without-hit'
  it.each([1, 3, 10])('%s is within its range, bounds included', (value) => expect(readSetting(name, value)).toBe(value))
  it.each([0, 11, -3, 2.5, NaN, Infinity, '3', '', null, undefined, true, [3]])('%j is refused', (value) =>
    expect(readSetting(name, value)).toBeNull(),
  )
})

describe('a text', () => {
  const name = 'answering.embedding-folder'
  it.each([
    ['', ''],
    ['  /srv/model  ', '/srv/model'],
    ['目'.repeat(400), '目'.repeat(400)],
  ])('%j is taken without what stands around it', (given, read) => expect(readSetting(name, given)).toBe(read))
  it.each(['目'.repeat(401), '/srv/\nmodel', 'a\u0000b', 7, null, undefined])('%j is refused', (value) =>
    expect(readSetting(name, value)).toBeNull(),
  )
})

describe('a choice', () => {
  it.each(['manual', 'automatic'])('%s is one of its values', (value) => expect(readSetting('queue.assignment', value)).toBe(value))
  it.each(['', 'Manual', '自动分配', 'toString', 1, null, undefined])('%j is refused', (value) =>
    expect(readSetting('queue.assignment', value)).toBeNull(),
  )
})

describe('every setting', () => {
  it.each(settingNames)('%s fits its own range when nobody set it', (name) =>
    expect(readSetting(name, settingDefinitions[name].default)).toBe(settingDefinitions[name].default),
  )
  it.each(settingNames)('%s says what it means, and stands in a group', (name) => {
    const { label, meaning, group } = settingDefinitions[name]
    expect(label).toMatch(/\p{Script=Han}/u)
    expect(meaning).toMatch(/。$/)
    expect(settingGroupLabels[group]).toBeTruthy()
  })
})

it('a range is said with its unit', () => {
  expect(settingRange('answering.rounds-without-hit')).toBe('1–10 轮')
  expect(settingRange('queue.assignment')).toBe('坐席呼叫、自动分配')
  expect(settingRange('answering.embedding-folder')).toBe('最多 400 个字，不能换行')
})

it('the bot’s settings are those of the program, each from its own', () => {
  expect(defaultAnsweringSettings).toEqual({ roundsWithoutHitMax: 3, suggestionsMax: 8 })
  const changed = { ...defaultSettingValues, 'answering.rounds-without-hit': 5, 'answering.suggestions': 4 }
  expect(answeringSettingsOf(changed)).toEqual({ roundsWithoutHitMax: 5, suggestionsMax: 4 })
})
