// What crosses a process is a value, never an exception.
import type { Failure } from './errors.ts'

export type { Failure }

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = <T = never>(error: Failure): Result<T> => ({ ok: false, error })
