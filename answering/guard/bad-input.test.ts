import { describe, expect, it } from 'vitest'
import { readGuardWords } from '../testing/guard-words.ts'
import { defaultGuardPolicy } from '@zhengna/contract/domain/sensitive-word.ts'
import { buildGuard } from '../testing/word-builder.ts'
import { createGuard } from './guard.ts'

const guard = createGuard(readGuardWords(), defaultGuardPolicy)

describe('what says nothing passes as it is', () => {
  it.each(['', ' \n\t ', '。，！？', '😀👍🏻👨‍👩‍👧🎉', '\ud800\udfff\ud83d', '\u202e\u200f\ufeff', '\0\0', '﷽', '__proto__ constructor'])(
    '%j',
    (text) => {
      expect(guard.check(text, 'in')).toEqual({ decision: 'pass', text, hits: [] })
    },
  )
})

it('lone surrogates inside a word hide it no more than other things nobody sees, and stay out of the offsets', () => {
  const text = '\udc00傻\ud83d逼\ud83d。'
  const verdict = buildGuard('傻逼').check(text, 'in')
  expect(verdict.hits).toMatchObject([{ start: 1, end: 5 }])
  expect(verdict.text.length).toBe(text.length)
})

it('a character that stands for many is one place in the text', () => {
  const text = '㎝㎜傻逼ﷺ'
  expect(buildGuard('傻逼').check(text, 'in').hits).toMatchObject([{ start: 2, end: 4 }])
})

// What a character costs must not grow with the text. Of processor time, since others use the machine too.
describe('100,000 characters take no longer than their length', () => {
  const units = [
    '傻逼',
    '操你',
    '妈',
    'a',
    'sb ',
    'caonima',
    '1',
    '🐎🐶',
    '亻尔女马',
    '代开发票加微信',
    ' ',
    '\ud800',
    '傻\u200b',
    '﷽',
    '逼。',
  ]
  const costMs = (text: string): number => {
    const before = process.cpuUsage()
    guard.check(text, 'in')
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
  it.each(units)('of %j', (unit) => {
    costMs(unit.repeat(500))
    const short = costMs(unit.repeat(Math.ceil(10_000 / unit.length)))
    const long = costMs(unit.repeat(Math.ceil(100_000 / unit.length)))
    // Ten times the text; what is quadratic takes a hundred times as long.
    expect(long).toBeLessThan(40 * Math.max(short, 5))
  })
})

it('words nobody can write do not stop the others', () => {
  const broken = buildGuard('', '…', '|', '\u200b', '***', '傻逼')
  expect(broken.check('傻逼', 'in').decision).toBe('changed')
})
