import { expect, it } from 'vitest'
import { readMobileNumber } from './mobile-number.ts'

it.each([
  ['13800000001', '13800000001'],
  [' 138-0000 0001 ', '13800000001'],
  ['+86 198 0000 0001', '19800000001'],
  ['008613800000001', '13800000001'],
  ['8613800000001', '13800000001'],
])('%j is read as %s', (written, read) => expect(readMobileNumber(written)).toBe(read))

it.each(['', '1380000000', '138000000011', '12800000001', '010-12345678', '1380000000a', '+1 13800000001', '１３８００００００１'])(
  '%j is none',
  (written) => expect(readMobileNumber(written)).toBeNull(),
)
