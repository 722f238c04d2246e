// At which field a refused sign-in is told.
import type { Failure } from '@zhengna/contract/result.ts'

export interface SignInProblem {
  readonly account: string
  readonly password: string
  /** About neither field: no line, too many attempts. */
  readonly form: string
}

export const noProblem: SignInProblem = { account: '', password: '', form: '' }

export function signInProblem({ code, message, detail }: Failure): SignInProblem {
  if (detail?.field === 'account' || code === 'EDITION_FORBIDDEN') return { ...noProblem, account: message }
  if (detail?.field === 'password' || code === 'CREDENTIALS_WRONG') return { ...noProblem, password: message }
  return { ...noProblem, form: message }
}
