import { describe, expect, it } from 'vitest'
import { editionOf, maskNumber, roles } from './person.ts'

describe('numbers as others see them', () => {
  it.each([
    ['91000000MA00000018', '910***********0018'],
    ['13800000001', '138****0001'],
    ['12345678', '123*5678'],
    ['1234567', '*******'],
    ['1', '*'],
    ['', ''],
  ])('%s shows as %s', (number, masked) => expect(maskNumber(number)).toBe(masked))

  it('never show more than seven characters, and keep their length', () => {
    for (let length = 0; length <= 24; length += 1) {
      const masked = maskNumber('123456789012345678901234'.slice(0, length))
      expect(masked).toHaveLength(length)
      expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(7)
    }
  })
})

it('only taxpayers belong to the taxpayer edition', () => {
  expect(roles.filter((role) => editionOf(role) === 'taxpayer')).toEqual(['taxpayer'])
})
