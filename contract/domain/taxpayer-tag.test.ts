import { expect, it } from 'vitest'
import { isTaxpayerNumber, readTaxpayerNumbers } from './taxpayer-tag.ts'

it('a pasted column, a sentence and full-width signs give the same numbers, each once', () => {
  const numbers = ['91000000MA00000018', '000000190001010027']
  expect(readTaxpayerNumbers('91000000MA00000018\r\n000000190001010027\n\n91000000ma00000018')).toEqual(numbers)
  expect(readTaxpayerNumbers(' 91000000MA00000018、000000190001010027。')).toEqual(numbers)
  expect(readTaxpayerNumbers('９１００００００ＭＡ００００００１８，000000190001010027')).toEqual(numbers)
})

it('what cannot be a number is told from one', () => {
  expect(['91000000MA00000018', '1'].every(isTaxpayerNumber)).toBe(true)
  expect(['', '某某公司', '91000000ma', '9'.repeat(31), '9 1'].some(isTaxpayerNumber)).toBe(false)
})

it('nothing typed is no number', () => {
  expect(readTaxpayerNumbers(' \n，；')).toEqual([])
})
