import { expect, it } from 'vitest'
import { chosenPlace } from './choice.ts'

it.each([
  ['1', 0],
  ['第二个', 1],
  ['选3', 2],
  ['选三', 2],
  ['最后一个', 2],
  ['第9个', -1],
  ['30万', -1],
  ['两年', -1],
])('%s of three options is place %i', (text, place) => {
  expect(chosenPlace(text, 3)).toBe(place)
})

it('nothing is chosen where nothing was offered', () => {
  expect(chosenPlace('1', 0)).toBe(-1)
})
