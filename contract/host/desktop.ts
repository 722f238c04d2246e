// Notes of the desktop: what calls a person who has not the window before them. Electron shows them itself; under the loopback shell
// the window does, and says when one was pressed.
import { Type } from 'typebox'
import { editions } from '../domain/person.ts'
import { event, request } from './channel.ts'

/** What a note is about; a later one of the same matter takes the place of the one before. A new matter is a word here. */
export const desktopMatters = ['notices', 'turn', 'offer', 'transfer', 'message'] as const
export type DesktopMatter = (typeof desktopMatters)[number]
export const DesktopMatter = Type.Unsafe<DesktopMatter>(Type.Union(desktopMatters.map((matter) => Type.Literal(matter))))

export interface DesktopNote {
  readonly matter: DesktopMatter
  readonly title: string
  readonly text: string
}

export const desktopRequests = {
  /** Whether a person has this window before them: said at each change, and again every so often while they have. */
  'desktop.watch': request<null>()(Type.Object({ isWatched: Type.Boolean() }), editions),
  /** The person pressed a note that the window had shown. */
  'desktop.press': request<null>()(Type.Object({ matter: DesktopMatter }), editions),
}

export const desktopEvents = {
  /** Shells that have no notes of their own: the window shows it. */
  'desktop.note': event<DesktopNote>(),
  /** A note was shown, by whomever: the window sounds where the person wants it. */
  'desktop.sounded': event<{ readonly matter: DesktopMatter }>(),
  /** Nothing is to be done about it any more: its note goes away. */
  'desktop.settled': event<{ readonly matter: DesktopMatter }>(),
  /** The person pressed its note; `id` names what the window is to open, null: all of that kind. */
  'desktop.pressed': event<{ readonly matter: DesktopMatter; readonly id: string | null }>(),
}

/** A window that is watched says so again within this time; else it is taken as gone. */
export const WATCH_LASTS_MS = 45_000
