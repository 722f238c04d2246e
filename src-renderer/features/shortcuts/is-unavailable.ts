import type { Shortcut, ShortcutPlace } from '@zhengna/contract/domain/shortcut.ts'

/** Its place cannot be opened just now: a person is asked for already, a picture has nobody to be read for. */
export const isUnavailable = ({ action }: Shortcut, places: readonly ShortcutPlace[]): boolean =>
  action.kind === 'open' && places.includes(action.place)
