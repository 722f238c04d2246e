// Offences on texts of our own. False hits weigh more than misses: somebody angry at their tax office is in the right to say so.
import { defaultGuardPolicy } from '@zhengna/contract/domain/sensitive-word.ts'
import { expect, it } from 'vitest'
import { createGuard } from '../guard/guard.ts'
import { readOrdinaryMessages } from '../testing/guard-set.ts'
import { readGuardWords } from '../testing/guard-words.ts'
import { fairTexts, harassingTexts } from '../testing/harassment-set.ts'
import { offencesOf } from './offence.ts'

const guard = createGuard(readGuardWords(), defaultGuardPolicy)
const isOffence = (text: string): boolean => offencesOf(text, guard.check(text, 'in', true).hits).length > 0

it('no polite, angry but fair, or pasted text is an offence', () => {
  expect(fairTexts.length).toBeGreaterThanOrEqual(150)
  expect(fairTexts.filter(isOffence)).toEqual([])
})

it('of the ordinary messages of the sensitive words’ own set at most one in five hundred is', () => {
  const ordinary = readOrdinaryMessages().map(({ text }) => text)
  const taken = ordinary.filter(isOffence)
  expect(taken.length / ordinary.length, taken.join(' | ')).toBeLessThanOrEqual(0.002)
})

it('at least 90 % of the harassing texts are', () => {
  const caught = harassingTexts.filter(isOffence)
  expect(caught.length / harassingTexts.length, harassingTexts.filter((text) => !isOffence(text)).join(' | ')).toBeGreaterThanOrEqual(0.9)
})
