// 快捷入口 at the taxpayer's window: the catalogue as it came last, the choice of this person, with a line and without.
import { Type } from 'typebox'
import type { Shortcut } from '../domain/shortcut.ts'
import { ShortcutId } from '../ids.ts'
import { limits } from '../limits.ts'
import { event, request } from './channel.ts'

export interface ShortcutsView {
  /** All there are. */
  readonly catalogue: readonly Shortcut[]
  readonly defaults: readonly ShortcutId[]
  /** In the order of their tiles. */
  readonly shown: readonly ShortcutId[]
}

const taxpayer = ['taxpayer'] as const

export const shortcutRequests = {
  /** null before the catalogue came for the first time. */
  'shortcuts.open': request<ShortcutsView | null>()(Type.Object({}), taxpayer),
  /** At once; told to the server when there is a line. */
  'shortcuts.choose': request<null>()(
    Type.Object({ ids: Type.Array(ShortcutId, { maxItems: limits.shortcutsShownMax, uniqueItems: true }) }),
    taxpayer,
  ),
}

export const shortcutEvents = {
  /** Ask again for what is shown. */
  'shortcuts.changed': event<null>(),
}
