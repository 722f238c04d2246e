// Calls a person who has not the window before them, by notes of the desktop, again and again until the matter is settled. What is
// worth a call, its features say; whether it may be shown now is decided here.
import { WATCH_LASTS_MS, type DesktopMatter } from '@zhengna/contract/host/desktop.ts'
import type { Events } from '../events.ts'
import type { ShellNotes } from '../ports.ts'

export interface DesktopCall {
  /** One call a matter: a later one takes its place. */
  readonly matter: DesktopMatter
  /** Names what is new about it: with another key it is shown at once, with the same one when its turn comes. */
  readonly key: string
  readonly title: string
  readonly text: string
  /** What pressing it opens, as the feature's window understands it; null: all of that kind. */
  readonly id: string | null
  readonly everyMs: number
  /** When it settles by itself, also where nobody says so; null: never. */
  readonly endsAt: number | null
}

export interface Desktop {
  /** Something waits for the person: shown now, and again every so often, whenever they have not the window before them. */
  call(call: DesktopCall): void
  /** It was seen, or is over. */
  settle(matter: DesktopMatter): void
  settleAll(): void
  /** The window says whether a person has it before them. */
  watch(isWatched: boolean): void
  /** The person pressed the note. */
  press(matter: DesktopMatter): void
}

export interface DesktopParts {
  /** The shell's own; null: the window shows them. */
  readonly notes: ShellNotes | null
  readonly events: Events
  /** The person's setting. */
  readonly isOn: () => boolean
}

interface Held {
  call: DesktopCall
  readonly timer: NodeJS.Timeout
}

export function createDesktop({ notes, events, isOn }: DesktopParts): Desktop {
  const held = new Map<DesktopMatter, Held>()
  const shown = new Set<DesktopMatter>()
  // Who has just started the program is before it, until the window says otherwise.
  let watchedUntil = Date.now() + WATCH_LASTS_MS

  const show = ({ matter, title, text, endsAt }: DesktopCall): void => {
    if (endsAt !== null && Date.now() >= endsAt) return settle(matter)
    if (!isOn() || Date.now() < watchedUntil) return
    shown.add(matter)
    events.emit('desktop.sounded', { matter })
    if (notes) notes.show({ matter, title, text }, () => press(matter))
    else events.emit('desktop.note', { matter, title, text })
  }
  const hide = (matter: DesktopMatter): void => {
    if (!shown.delete(matter)) return
    if (notes) notes.close(matter)
    else events.emit('desktop.settled', { matter })
  }
  const hideAll = (): void => [...shown].forEach(hide)
  const press = (matter: DesktopMatter): void => {
    hide(matter)
    // Settled meanwhile, elsewhere: the window opens all the same.
    events.emit('desktop.pressed', { matter, id: held.get(matter)?.call.id ?? null })
  }
  const settle = (matter: DesktopMatter): void => {
    clearInterval(held.get(matter)?.timer)
    held.delete(matter)
    hide(matter)
  }

  events.subscribe((name) => {
    if (name === 'settings.changed' && !isOn()) hideAll()
  })

  return {
    call(call) {
      const before = held.get(call.matter)
      if (before?.call.key === call.key && before.call.everyMs === call.everyMs) {
        before.call = call
        return
      }
      clearInterval(before?.timer)
      const now: Held = { call, timer: setInterval(() => show(now.call), call.everyMs) }
      held.set(call.matter, now)
      if (before?.call.key !== call.key) show(call)
    },
    settle,
    settleAll: () => [...held.keys()].forEach(settle),
    watch(isWatched) {
      watchedUntil = isWatched ? Date.now() + WATCH_LASTS_MS : 0
      if (isWatched) hideAll()
    },
    press,
  }
}
