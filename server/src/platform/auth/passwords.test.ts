import { describe, expect, it } from 'vitest'
import { hashPassword, passwordMatches } from './passwords.ts'

/** Processor time, not the clock's: a busy machine must not decide this test. */
async function workOf(task: () => Promise<unknown>): Promise<number> {
  await task()
  const before = process.cpuUsage()
  for (let turn = 0; turn < 5; turn += 1) await task()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

describe('passwords', () => {
  it('are kept as argon2id, each with its own salt', async () => {
    const [one, other] = await Promise.all([hashPassword('Zhengna@2026'), hashPassword('Zhengna@2026')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
  })

  it('match themselves and nothing else', async () => {
    const stored = await hashPassword('密码 with 空格')
    expect(await passwordMatches(stored, '密码 with 空格')).toBe(true)
    for (const wrong of ['密码 with 空格 ', '', '密码with空格', stored]) expect(await passwordMatches(stored, wrong)).toBe(false)
    expect(await passwordMatches(null, '')).toBe(false)
  })

  it('an account that does not exist costs as much work as a wrong password', async () => {
    const stored = await hashPassword('right')
    const wrong = await workOf(() => passwordMatches(stored, 'wrong'))
    // Without the hash it would be a hundredth.
    const unknown = await workOf(() => passwordMatches(null, 'wrong'))
    expect(unknown).toBeGreaterThan(wrong / 4)
  })
})
