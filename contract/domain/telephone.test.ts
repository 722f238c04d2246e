import { describe, expect, it } from 'vitest'
import { readTelephone } from './telephone.ts'

describe('a telephone number', () => {
  it.each([
    ['13800000001', '13800000001'],
    ['138 0000 0001', '13800000001'],
    ['+86 138-0000-0001', '13800000001'],
    ['１３８０００００００１', '13800000001'],
    ['010-12345678', '01012345678'],
    ['(0755) 12345678', '075512345678'],
    ['0571-1234567', '05711234567'],
    ['400-000-0000', '4000000000'],
  ])('%s can be dialled', (typed, read) => {
    expect(readTelephone(typed)).toBe(read)
  })

  it.each(['', '1380000000', '138000000011', '12800000001', '12345678', '010-1234567', '138abc00001', 'телефон', '0000000000000'])(
    '%j is none',
    (typed) => {
      expect(readTelephone(typed)).toBeNull()
    },
  )
})
