import { describe, expect, it } from 'vitest'
import { catalogue, DomainError, failure, isErrorCode, type ErrorCode } from './errors.ts'

const codes = Object.keys(catalogue) as ErrorCode[]
const placeholders = (code: ErrorCode): string[] => [...catalogue[code].message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

describe('the catalogue of errors', () => {
  it.each(codes)('%s speaks Chinese, a whole sentence', (code) => {
    const text = catalogue[code].message.replace(/\{\w+\}/g, '')
    expect(text).not.toMatch(/[A-Za-z{}]/)
    expect(text).toMatch(/\p{Script=Han}/u)
    if (placeholders(code).includes('reason')) expect(catalogue[code].message).toMatch(/：\{reason\}$/)
    else expect(text).toMatch(/。$/)
  })

  it.each(codes)('%s is a refusal: its status is 4xx or 5xx', (code) => {
    expect(catalogue[code].status).toBeGreaterThanOrEqual(400)
    expect(catalogue[code].status).toBeLessThan(600)
  })

  it.each(codes)('%s fills in what it says, and leaves no brace', (code) => {
    const detail = Object.fromEntries(placeholders(code).map((name, index) => [name, 41 + index]))
    const { message } = failure(code, detail)
    expect(message).not.toMatch(/[{}]/)
    for (const value of Object.values(detail)) expect(message).toContain(String(value))
  })

  it('asks to sign in again exactly where signing in helps', () => {
    expect(codes.filter((code) => catalogue[code].retry === 'after-sign-in')).toEqual(['AUTH_REQUIRED', 'TOKEN_EXPIRED'])
  })

  it('no two codes say the same', () => {
    expect(new Set(codes.map((code) => catalogue[code].message)).size).toBe(codes.length)
  })

  it('an error on its way out carries the failure and its status', () => {
    const error = new DomainError('AGENT_AT_CAPACITY', { capacity: 5 })
    expect(error.status).toBe(409)
    expect(error.failure).toEqual({
      code: 'AGENT_AT_CAPACITY',
      message: '同时接待的会话已达上限 5 个，请先结束一个会话。',
      detail: { capacity: 5 },
    })
  })

  it('a name of Object.prototype is not a code', () => {
    for (const name of ['constructor', 'toString', '__proto__', '']) expect(isErrorCode(name)).toBe(false)
  })
})
