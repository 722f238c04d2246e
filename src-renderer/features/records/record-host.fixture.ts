// For tests: a host that answers records' requests with Results, so that a rule may be refused as the server would.
import type { HostBridge } from '@zhengna/contract/host/index.ts'
import { failure, type ErrorCode } from '@zhengna/contract/errors.ts'
import { fail, ok, type Result } from '@zhengna/contract/result.ts'

export interface RecordHost extends HostBridge {
  readonly asked: { readonly name: string; readonly params: never }[]
  emit(name: string, payload: unknown): void
  /** From now on that request is answered so. */
  answer(name: string, result: (params: never) => Result<unknown>): void
  last(name: string): unknown
}

export const refused = (code: ErrorCode, detail?: Record<string, string | number>): Result<never> => fail(failure(code, detail))

/** What is not in the table fails with HOST_OFFLINE. */
export function recordHost(answers: Record<string, (params: never) => Result<unknown>>): RecordHost {
  const table = new Map(Object.entries(answers))
  const asked: RecordHost['asked'] = []
  const listeners = new Map<string, Set<(payload: never) => void>>()
  return {
    asked,
    answer: (name: string, result: (params: never) => Result<unknown>) => table.set(name, result),
    last: (name: string) => asked.findLast((one) => one.name === name)?.params,
    emit: (name: string, payload: unknown) => listeners.get(name)?.forEach((listener) => listener(payload as never)),
    request: (name: string, params: never) => {
      asked.push({ name, params })
      return Promise.resolve(table.get(name)?.(params) ?? refused('HOST_OFFLINE'))
    },
    on: (name: string, listener: (payload: never) => void) => {
      const own = listeners.get(name) ?? new Set()
      listeners.set(name, own.add(listener))
      return () => own.delete(listener)
    },
  } as unknown as RecordHost
}

export const seen = <T extends object>(value: T, isFromCache = false): Result<T & { asOf: number; isFromCache: boolean }> =>
  ok({ ...value, asOf: Date.parse('2026-12-01T09:00:00+08:00'), isFromCache })
