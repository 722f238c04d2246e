import { expect, it } from 'vitest'
import { soundOf, soundsOfLetters, soundStride, syllableOf } from './syllables.ts'

const soundsOf = (text: string): number[] => Array.from(text, (character) => soundOf(character.charCodeAt(0)))

it('homophones sound the same', () => {
  expect(soundsOf('增殖税')).toEqual(soundsOf('增值税'))
})

it('sounds that dialects merge are one', () => {
  expect(soundsOf('四')).toEqual(soundsOf('是'))
  expect(soundsOf('南')).toEqual(soundsOf('兰'))
})

it('pinyin in letters sounds like the characters', () => {
  expect(soundsOfLetters('zengzhishui')).toEqual(soundsOf('增值税'))
  expect(soundsOfLetters('fapiao')).toEqual(soundsOf('发票'))
})

it('letters that are not pinyin from end to end have no sound', () => {
  expect(soundsOfLetters('pdf')).toEqual([])
})

it('digits and letters are no Chinese characters', () => {
  expect(soundsOf('1a')).toEqual([0, 0])
})

it('a sound has the same number in every process, and fits its place in a key', () => {
  expect(syllableOf(soundOf('税'.charCodeAt(0)))).toBe('sui')
  for (const character of '增值税发票女略') expect(soundOf(character.charCodeAt(0))).toBeLessThan(soundStride)
})
