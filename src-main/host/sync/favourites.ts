// 我的收藏: all of them in the cache. Toggled here at once, told when there is a line, and caught up with by the revision of the last
// toggle that came. Of several toggles of one answer the last one pressed holds: the server decides, what it replies is kept.
import type { FavouriteChange } from '@zhengna/contract/domain/favourite.ts'
import { failure } from '@zhengna/contract/errors.ts'
import type { HostPayload } from '@zhengna/contract/host/index.ts'
import { dropFavourite, favouriteChanges, keepFavourite } from '@zhengna/contract/http/favourites.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import { fail, ok, type Failure, type Result } from '@zhengna/contract/result.ts'
import type { PersonCache } from '../cache/cache.ts'
import type { UntoldToggle } from '../cache/favourite-store.ts'
import type { Events } from '../events.ts'
import type { Fetch } from './inbox.ts'

export interface Favourites {
  /** Errors: FAVOURITE_ANSWER_NOT_FOUND, FAVOURITES_FULL. */
  keep(messageId: MessageId): Promise<Result<null>>
  drop(questionId: MessageId): Promise<void>
  /** The server says: toggled, on whatever device. */
  changed(change: FavouriteChange): void
  /** The line is up: what was missed comes, what was toggled here is told. */
  repair(revision: number): void
  /** The line is down. */
  stop(): void
  close(): void
}

const AGAIN_MS = 3_000
const REVISION = 'favourites.revision'

export function createFavourites(cache: PersonCache, events: Events, fetch: Fetch, log: (line: string) => void): Favourites {
  let timer: NodeJS.Timeout | undefined
  let hasLine = false
  let tail: Promise<void> = Promise.resolve()
  /** Questions answered with no line, whose answer the server has not sent yet. */
  let awaited = new Set<MessageId>()

  const emit = (refused: Failure | null = null): void => events.emit('favourites.changed', { refused })
  /** One after the other, and not in the way of the conversation. */
  const inTurn = (work: () => Promise<void>): void => {
    tail = tail.then(work).catch((error: unknown) => log(`favourites: ${error instanceof Error ? error.message : 'failed'}`))
  }
  const again = (work: () => Promise<void>): void => {
    clearTimeout(timer)
    if (hasLine) timer = setTimeout(() => inTurn(work), AGAIN_MS)
  }
  const heldRevision = async (): Promise<number> => Number((await cache.mark(REVISION)) ?? 0)
  const save = async (changes: readonly FavouriteChange[], revision: number): Promise<void> => {
    await cache.saveFavourites(changes)
    await cache.setMark(REVISION, String(revision))
    emit()
  }

  const catchUp = async (): Promise<void> => {
    for (;;) {
      const reply = await fetch(favouriteChanges, { query: { after: await heldRevision() } })
      if (!reply.ok) return again(sync)
      const { changes, revision } = reply.value
      const last = changes.at(-1)
      if (!last) return
      await save(changes, last.revision)
      if (last.revision >= revision) return
    }
  }

  const tellOne = ({ isKept, toggledAt }: UntoldToggle, messageId: MessageId) =>
    isKept
      ? fetch(keepFavourite, { params: { messageId }, body: { toggledAt } })
      : fetch(dropFavourite, { params: { messageId }, query: { toggledAt } })

  const tell = async (): Promise<void> => {
    const untold = await cache.untoldFavourites()
    awaited = new Set(untold.flatMap(({ questionId, messageId }) => (messageId === null ? questionId : [])))
    for (const toggle of untold) {
      if (toggle.messageId === null) continue
      const reply = await tellOne(toggle, toggle.messageId)
      if (reply.ok) {
        await cache.saveFavourites([reply.value.change], toggle.toggledAt)
        emit()
      } else if (reply.error.code === 'FAVOURITES_FULL' || reply.error.code === 'FAVOURITE_ANSWER_NOT_FOUND') {
        await cache.forgetFavourite(toggle.questionId)
        emit(toggle.isKept ? reply.error : null)
      } else return again(sync)
    }
  }

  async function sync(): Promise<void> {
    await catchUp()
    await tell()
  }

  const stopListening = events.subscribe((name, payload) => {
    if (name !== 'messages.changed' || awaited.size === 0) return
    const { messages } = payload as HostPayload<'messages.changed'>
    if (messages.some(({ seq, body }) => seq !== null && body.kind === 'answer' && awaited.has(body.replyTo))) inTurn(tell)
  })
  const stop = (): void => {
    hasLine = false
    clearTimeout(timer)
  }

  return {
    async keep(messageId) {
      if ((await cache.keptQuestions()).length >= limits.favouritesMax)
        return fail(failure('FAVOURITES_FULL', { max: limits.favouritesMax }))
      if (!(await cache.keepFavourite(messageId, Date.now()))) return fail(failure('FAVOURITE_ANSWER_NOT_FOUND'))
      emit()
      inTurn(tell)
      return ok(null)
    },
    async drop(questionId) {
      if (!(await cache.dropFavourite(questionId, Date.now()))) return
      emit()
      inTurn(tell)
    },
    changed: (change) =>
      inTurn(async () => {
        const held = await heldRevision()
        if (change.revision <= held) return
        if (change.revision > held + 1) await catchUp()
        else await save([change], change.revision)
      }),
    repair(revision) {
      clearTimeout(timer)
      hasLine = true
      inTurn(async () => {
        const held = await heldRevision()
        // A store that was set back counts anew.
        if (revision < held) await cache.setMark(REVISION, '0')
        if (revision !== held) await catchUp()
        await tell()
      })
    },
    stop,
    close() {
      stop()
      stopListening()
    },
  }
}
