import type { desktopRequests } from '@zhengna/contract/host/desktop.ts'
import { ok } from '@zhengna/contract/result.ts'
import type { HandlersOf, HostContext } from './context.ts'

export function desktopHandlers({ desktop }: HostContext): HandlersOf<typeof desktopRequests> {
  return {
    'desktop.watch': ({ isWatched }) => {
      desktop.watch(isWatched)
      return ok(null)
    },
    'desktop.press': ({ matter }) => {
      desktop.press(matter)
      return ok(null)
    },
  }
}
