import { failure } from '@zhengna/contract/errors.ts'
import { describe, expect, test } from 'vitest'
import { signInProblem } from './sign-in-problem.ts'

describe('a refused sign-in is told', () => {
  test.each([
    ['CREDENTIALS_WRONG', 'password'],
    ['EDITION_FORBIDDEN', 'account'],
    ['LOGIN_THROTTLED', 'form'],
    ['HOST_OFFLINE', 'form'],
  ] as const)('%s at the %s', (code, place) => {
    const refused = failure(code, { minutes: 5 })
    const told = Object.entries(signInProblem(refused)).filter(([, text]) => text !== '')
    expect(told).toEqual([[place, refused.message]])
  })
})
