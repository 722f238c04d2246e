// What crosses a process is a value, never an exception.
import type { ErrorCode } from './errors.ts'

export interface Failure {
  readonly code: ErrorCode
  /** What the person reads: Simplified Chinese, says what to do next. */
  readonly message: string
  /** The field or limit it is about, where there is one. */
  readonly detail?: Readonly<Record<string, string | number>>
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = <T = never>(error: Failure): Result<T> => ({ ok: false, error })
