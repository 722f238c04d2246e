// What every group of handlers works with.
import { failure } from '@zhengna/contract/errors.ts'
import type { HostHandlers, HostRequestName } from '@zhengna/contract/host/index.ts'
import { fail, type Result } from '@zhengna/contract/result.ts'
import type { DeviceCache } from '../cache/cache.ts'
import type { Desktop } from '../desktop/desktop.ts'
import type { Events } from '../events.ts'
import type { Library } from '../knowledge/library.ts'
import type { PersonScope } from '../person-scope.ts'
import type { MachineSettings } from '../machine-settings.ts'
import type { HostOptions } from '../ports.ts'
import type { Session } from '../session/session.ts'
import type { Fetch } from '../sync/inbox.ts'

export interface HostContext {
  readonly options: HostOptions
  readonly events: Events
  readonly device: DeviceCache
  readonly settings: MachineSettings
  readonly desktop: Desktop
  readonly session: Session
  readonly library: Library
  readonly fetch: Fetch
  /** null while nobody is signed in. */
  scope(): PersonScope | null
}

/** Runs with the signed-in person's scope, or refuses with AUTH_REQUIRED. */
export async function withScope<T>(context: HostContext, work: (scope: PersonScope) => Promise<Result<T>>): Promise<Result<T>> {
  const scope = context.scope()
  return scope ? work(scope) : fail(failure('AUTH_REQUIRED'))
}

export type HandlersOf<Requests> = HostHandlers<Extract<keyof Requests, HostRequestName>>
