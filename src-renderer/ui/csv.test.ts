import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('a list begins with the mark that has spreadsheets read it as Chinese', () => {
  expect(csvOf([['行号', '原因']])).toBe('\uFEFF行号,原因\r\n')
})

test('a cell with a comma, a quote or a line break stays one cell', () => {
  expect(csvOf([[2, '甲,乙', '他说"好"', '一\n二']])).toBe('\uFEFF2,"甲,乙","他说""好""","一\n二"\r\n')
})

test.each(['=1+1', '+1', '-1', '@a'])('%s is no formula', (text) => {
  expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`)
})
