// 快捷入口: the board as it came last, kept for when there is no line, and this person's choice, told when there is one.
import { Compile } from 'typebox/compile'
import { Shortcut, shownShortcuts, type ShortcutBoard, type ShortcutChoice } from '@zhengna/contract/domain/shortcut.ts'
import type { ShortcutsView } from '@zhengna/contract/host/shortcuts.ts'
import { chooseShortcuts, getShortcuts } from '@zhengna/contract/http/shortcuts.ts'
import type { ShortcutId } from '@zhengna/contract/ids.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { Events } from '../events.ts'
import type { Fetch } from './inbox.ts'

export interface Shortcuts {
  /** null before the first board came. */
  view(): ShortcutsView | null
  choose(ids: readonly ShortcutId[]): Promise<void>
  /** The server says: chosen, on whatever device. */
  chosen(choice: ShortcutChoice): void
  /** The line is up: what was chosen here is told, and the board comes anew. */
  repair(): void
}

export interface ShortcutKeeperParts {
  readonly cache: PersonCache
  readonly fetch: Fetch
  readonly events: Events
  readonly log: (line: string) => void
}

interface Kept {
  readonly board: ShortcutBoard | null
  readonly choice: ShortcutChoice | null
  /** Chosen here, and the server was not told yet. */
  readonly isUntold: boolean
}

const KEPT = 'shortcuts'
/** A newer server may have tiles that this program cannot follow. */
const followable = Compile(Shortcut)

export async function openShortcuts({ cache, fetch, events, log }: ShortcutKeeperParts): Promise<Shortcuts> {
  const stored = await cache.mark(KEPT)
  let kept: Kept = stored === null ? { board: null, choice: null, isUntold: false } : (JSON.parse(stored) as Kept)
  let tail: Promise<void> = Promise.resolve()

  const inTurn = (work: () => Promise<void>): void => {
    tail = tail.then(work).catch((error: unknown) => log(`shortcuts: ${error instanceof Error ? error.message : 'failed'}`))
  }
  const keep = async (change: Partial<Kept>): Promise<void> => {
    kept = { ...kept, ...change }
    await cache.setMark(KEPT, JSON.stringify(kept))
    events.emit('shortcuts.changed', null)
  }
  /** What was chosen here later, and is not told yet, stays. */
  const take = (choice: ShortcutChoice): Promise<void> =>
    kept.isUntold && (kept.choice?.chosenAt ?? 0) > choice.chosenAt ? Promise.resolve() : keep({ choice, isUntold: false })

  const tell = async (): Promise<void> => {
    const { choice, isUntold } = kept
    if (!isUntold || !choice) return
    const reply = await fetch(chooseShortcuts, { body: choice })
    // Chosen again meanwhile: that is told next. No line: at the next welcome.
    if (reply.ok && kept.choice === choice) await keep({ choice: reply.value.choice, isUntold: false })
  }
  const refresh = async (): Promise<void> => {
    const reply = await fetch(getShortcuts, {})
    if (!reply.ok) return
    const { choice, catalogue, ...rest } = reply.value
    const board = { ...rest, choice: null, catalogue: catalogue.filter((shortcut) => followable.Check(shortcut)) }
    await keep({ board, ...(!kept.isUntold && { choice }) })
  }

  return {
    view() {
      const { board, choice } = kept
      if (!board) return null
      const shown = shownShortcuts({ ...board, choice }).map(({ id }) => id)
      return { catalogue: board.catalogue, defaults: board.defaults, shown }
    },
    async choose(ids) {
      // By a clock that was set back, too, a choice comes after the one it changes.
      const chosenAt = Math.max(Date.now(), (kept.choice?.chosenAt ?? 0) + 1)
      await keep({ choice: { ids: [...ids], chosenAt }, isUntold: true })
      inTurn(tell)
    },
    chosen: (choice) => inTurn(() => take(choice)),
    repair: () =>
      inTurn(async () => {
        await tell()
        await refresh()
      }),
  }
}
