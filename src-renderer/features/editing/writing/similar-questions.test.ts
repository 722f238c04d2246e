import { expect, test } from 'vitest'
import { linesOf, repeatedAt, withLines } from './similar-questions.ts'

test('many lines pasted are as many questions, without blanks, list marks and numbers', () => {
  expect(linesOf('1. 怎么报税\r\n\n- 咋报税\n 2、报税流程 \n3种税怎么报')).toEqual(['怎么报税', '咋报税', '报税流程', '3种税怎么报'])
})

test('what is there already is counted, not added', () => {
  const { similar, repeated } = withLines(['怎么报税'], '如何报税？', '怎么报税？\n如何报税\n咋报税\n咋 报税')
  expect(similar).toEqual(['怎么报税', '咋报税'])
  expect(repeated).toBe(3)
})

test('repetitions of the standard question and of earlier ones are shown, the first of each is not', () => {
  expect([...repeatedAt(['如何报税', '怎么报税', '怎么报税！', ''], '如何报税？')]).toEqual([0, 2])
})
