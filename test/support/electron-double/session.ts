import type { CustomScheme, Session } from 'electron'
import { EventEmitter } from 'node:events'
import { record } from './recorder.ts'

type Handlers = {
  [
    K in 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'
  ]: Parameters<Session[K]>[0]
}
type BeforeRequest = Parameters<Session['webRequest']['onBeforeRequest']>[0]

class SessionDouble extends EventEmitter implements Pick<Session, keyof Handlers | 'setSpellCheckerEnabled'> {
  permissionRequest: Handlers['setPermissionRequestHandler'] = null
  permissionCheck: Handlers['setPermissionCheckHandler'] = null
  devicePermission: Handlers['setDevicePermissionHandler'] = null
  displayMedia: Handlers['setDisplayMediaRequestHandler'] = null
  beforeRequest: BeforeRequest = null
  readonly schemes = new Map<string, (request: Request) => Promise<Response> | Response>()

  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response> | Response) => void this.schemes.set(scheme, handler),
  }
  readonly webRequest = { onBeforeRequest: (handler: BeforeRequest) => void (this.beforeRequest = handler) }
  setPermissionRequestHandler = (handler: Handlers['setPermissionRequestHandler']) => void (this.permissionRequest = handler)
  setPermissionCheckHandler = (handler: Handlers['setPermissionCheckHandler']) => void (this.permissionCheck = handler)
  setDevicePermissionHandler = (handler: Handlers['setDevicePermissionHandler']) => void (this.devicePermission = handler)
  setDisplayMediaRequestHandler = (handler: Handlers['setDisplayMediaRequestHandler']) => void (this.displayMedia = handler)
  setSpellCheckerEnabled = (isEnabled: boolean) => record('session.setSpellCheckerEnabled', isEnabled)
}

export const session = { defaultSession: new SessionDouble() }

let isReady: () => boolean = () => false
/** The app tells: schemes are registered before it is ready or not at all. */
export const askReadiness = (ask: () => boolean) => (isReady = ask)

export const protocol = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    record('protocol.registerSchemesAsPrivileged', schemes)
  },
}

/** As the page's own loader would. The address reaches the handler as given: `new Request` would tidy it. */
export async function fetchFrom(url: string, init: RequestInit = {}): Promise<Response> {
  const handler = session.defaultSession.schemes.get(url.slice(0, url.indexOf(':')))
  if (!handler) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${url}`)
  const request = { url, method: init.method ?? 'GET', headers: new Headers(init.headers) } as Request
  return handler(request)
}
