import type { shortcutRequests } from '@zhengna/contract/host/shortcuts.ts'
import { ok } from '@zhengna/contract/result.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

export function shortcutHandlers(context: HostContext): HandlersOf<typeof shortcutRequests> {
  return {
    'shortcuts.open': () => withScope(context, ({ shortcuts }) => Promise.resolve(ok(shortcuts.view()))),
    'shortcuts.choose': ({ ids }) =>
      withScope(context, async ({ shortcuts }) => {
        await shortcuts.choose(ids)
        return ok(null)
      }),
  }
}
