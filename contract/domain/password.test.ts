import { describe, expect, it } from 'vitest'
import { passwordFault } from './password.ts'

describe('a password', () => {
  it.each(['Zhengna@2026', 'abcDEF12', '税务abcDE1', 'ab1!ab1!'])('%s will do', (password) => {
    expect(passwordFault(password, 'zx001')).toBeNull()
  })

  it.each([
    ['Ab1!', /至少 8/],
    ['A1!'.repeat(50), /最多 128/],
    ['abcdefgh', /三种/],
    ['abcdefg1', /三种/],
    ['ZX001@abc', /账号/],
  ])('%s is refused with the reason', (password, reason) => {
    expect(passwordFault(password, 'zx001')).toMatch(reason)
  })
})
