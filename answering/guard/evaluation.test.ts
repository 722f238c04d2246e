// The seeded words on messages of our own. Floors, not targets: answering/guard/measure.ts prints the figures.
import { defaultGuardPolicy, readWordForm, sensitiveCategories, SensitiveWord } from '@zhengna/contract/domain/sensitive-word.ts'
import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { readEvaluationSet } from '../testing/evaluation-set.ts'
import { readAbusiveMessages, readOrdinaryMessages } from '../testing/guard-set.ts'
import { readGuardWords } from '../testing/guard-words.ts'
import { readKnowledge } from '../testing/knowledge.ts'
import { createGuard } from './guard.ts'

const words = readGuardWords()
const guard = createGuard(words, defaultGuardPolicy)
const abusive = readAbusiveMessages()
const ordinary = readOrdinaryMessages()
const isTouched = (text: string): boolean => guard.check(text, 'in').decision !== 'pass' || guard.check(text, 'out').decision !== 'pass'
const shareTouched = (texts: readonly string[]): number => texts.filter(isTouched).length / texts.length

describe('the messages', () => {
  it('are at least 400 abusive and 600 ordinary ones, each with an id and a text of its own', () => {
    expect(abusive.length).toBeGreaterThanOrEqual(400)
    expect(ordinary.length).toBeGreaterThanOrEqual(600)
    const all = [...abusive, ...ordinary]
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  })

  it('abuse every category', () => {
    expect(new Set(abusive.map(({ category }) => category))).toEqual(new Set(sensitiveCategories))
  })
})

describe('the seeded words', () => {
  it('are words of the contract, each with an id of its own and a form', () => {
    const isWord = Compile(SensitiveWord)
    expect(words.filter((word) => !isWord.Check(word) || readWordForm(word.word) === null).map(({ id }) => id)).toEqual([])
    expect(new Set(words.map(({ id }) => id)).size).toBe(words.length)
  })

  it('are caught in every spelling as they stand, where they have one part', () => {
    const dead = words.flatMap(({ id, word, direction }) => {
      const form = readWordForm(word) ?? []
      if (form.length !== 1) return []
      const missed = form[0]!.filter((spelling) => guard.check(spelling, direction === 'out' ? 'out' : 'in').decision === 'pass')
      return missed.map((spelling) => `${id} ${spelling}`)
    })
    expect(dead).toEqual([])
  })
})

describe('on the test half', () => {
  it('at least 90 % of abuse is caught', () => {
    const half = abusive.filter(({ split }) => split === 'test')
    expect(half.filter(({ text }) => guard.check(text, 'in').decision !== 'pass').length / half.length).toBeGreaterThanOrEqual(0.9)
  })

  it('at most 1 % of ordinary messages are touched, in either direction', () => {
    expect(shareTouched(ordinary.filter(({ split }) => split === 'test').map(({ text }) => text))).toBeLessThanOrEqual(0.01)
  })
})

describe('tax questions', () => {
  it('of the seeded knowledge, standard and similar, are touched in at most 1 %', () => {
    expect(shareTouched(readKnowledge().articles.flatMap(({ question, similar }) => [question, ...similar]))).toBeLessThanOrEqual(0.01)
  })

  it('of the evaluation set are touched in at most 1 %', () => {
    expect(shareTouched(readEvaluationSet().map(({ query }) => query))).toBeLessThanOrEqual(0.01)
  })

  it('about what adverts are about are ordinary', () => {
    for (const text of ['代开发票需要什么材料', '怎么举报虚开发票', '逃税会判几年', '我要投诉', '别逼我去上访', '罚款太重了，我要复议']) {
      expect(guard.check(text, 'in').decision).toBe('pass')
    }
  })
})
