// What a password that somebody sets must be.
import { limits } from '../limits.ts'

const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

export const passwordRule = `${limits.passwordMinLength}–${limits.passwordMaxLength} 个字符，大写字母、小写字母、数字、符号至少三种，不含账号。`

/** Why it will not do; null where it will. */
export function passwordFault(password: string, account: string): string | null {
  if (password.length < limits.passwordMinLength) return `至少 ${limits.passwordMinLength} 个字符。`
  if (password.length > limits.passwordMaxLength) return `最多 ${limits.passwordMaxLength} 个字符。`
  if (kinds.filter((kind) => kind.test(password)).length < 3) return '大写字母、小写字母、数字、符号至少包含三种。'
  if (account !== '' && password.toLowerCase().includes(account.toLowerCase())) return '不能包含账号。'
  return null
}
