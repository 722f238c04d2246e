import type { AnswerOption } from '@zhengna/contract/domain/answer.ts'
import { expect, it } from 'vitest'
import { chosenOption } from './choice.ts'

const options = ['销方全额红冲？', '部分红冲', '跨月红冲'].map((label, i) => ({ label, articleId: `a${String(i)}` })) as AnswerOption[]

it.each([
  ['1', 0],
  ['第二个', 1],
  ['选3', 2],
  ['选三', 2],
  ['最后一个', 2],
  ['销方全额红冲', 0],
  ['部分 红冲', -1],
  ['部分红冲', 1],
  ['第9个', -1],
  ['30万', -1],
  ['两年', -1],
  ['', -1],
])('%s of three options is place %i', (text, place) => {
  expect(chosenOption(text, options)).toBe(options[place])
})

it('nothing is chosen where nothing was offered', () => {
  expect(chosenOption('1', [])).toBeUndefined()
})
