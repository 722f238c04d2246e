import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { defaultGuardPolicy, GuardPolicy, readWordForm, SensitiveWord, sensitiveCategories } from './sensitive-word.ts'

describe('the form of a word', () => {
  it('a plain word is one part with one spelling', () => expect(readWordForm('傻逼')).toEqual([['傻逼']]))

  it('… parts it, | separates spellings of a part, # stays for the filter', () => {
    expect(readWordForm('卖|出售……发票…#')).toEqual([['卖', '出售'], ['发票'], ['#']])
  })

  it.each(['', '…发票', '卖||出售', '卖…', ' | ', '一…二…三…四…五…六…七'])('an empty part or too many make no word: %s', (word) => {
    expect(readWordForm(word)).toBeNull()
  })
})

it('the default policy is a policy and names every category', () => {
  expect(Compile(GuardPolicy).Check(defaultGuardPolicy)).toBe(true)
  expect(Object.keys(defaultGuardPolicy.actions)).toEqual([...sensitiveCategories])
})

it('a word without its exceptions, or with an action nobody knows, is refused', () => {
  const word = {
    id: 'abuse-x',
    word: '某词',
    category: 'abuse',
    direction: 'both',
    action: null,
    replacement: '',
    exceptions: [],
    isEnabled: true,
    note: '',
  }
  const isWord = Compile(SensitiveWord)
  expect(isWord.Check(word)).toBe(true)
  expect(isWord.Check({ ...word, exceptions: undefined })).toBe(false)
  expect(isWord.Check({ ...word, action: 'shout' })).toBe(false)
  expect(isWord.Check({ ...word, id: '某词' })).toBe(false)
})
