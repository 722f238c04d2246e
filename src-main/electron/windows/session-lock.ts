// What the windows' session may do: speak to its own address, and the few permissions named here.
import type { Session } from 'electron'
import { isOwnAddress } from '../protocol/address.ts'

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>>[1]

/** Copying an answer; a video over the whole screen. Later features add theirs, with the reason. */
const allowed: ReadonlySet<Permission> = new Set<Permission>(['clipboard-sanitized-write', 'fullscreen'])

// Files the page makes (blob:, data:) belong to it; DevTools loads its own pages, and exists only when not packaged.
const localSchemes = new Set(['blob:', 'data:', 'devtools:'])
const isLocal = (address: string) => isOwnAddress(address) || localSchemes.has(URL.parse(address)?.protocol ?? '')

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(allowed.has(permission) && details.isMainFrame && isOwnAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed.has(permission) && isOwnAddress(origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null))
  session.setSpellCheckerEnabled(false)
  // The CSP says the same; this holds for what a CSP does not cover, such as prefetching.
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isLocal(details.url) }))
  session.on('will-download', (event, item) => {
    if (!isLocal(item.getURL())) event.preventDefault()
  })
}
