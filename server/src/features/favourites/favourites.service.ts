// 我的收藏: answers a taxpayer kept, the same on every device of theirs. Of several toggles of one answer the last one pressed holds.
import type { Favourite, FavouriteChange } from '@zhengna/contract/domain/favourite.ts'
import { takesVote } from '@zhengna/contract/domain/vote.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { MessageId, PersonId } from '@zhengna/contract/ids.ts'
import { limits } from '@zhengna/contract/limits.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import { findConversation, findMessage, toMessage } from '../conversations/index.ts'
import { countKept, findToggle, newestRevision, saveToggle, selectChanges, selectKept, type FavouriteSearch } from './favourites.store.ts'

export interface Favourites {
  list(caller: Caller, search: FavouriteSearch): Promise<{ items: Favourite[]; total: number }>
  changes(caller: Caller, after: number): Promise<{ changes: FavouriteChange[]; revision: number }>
  /** The newest revision of theirs; 0 before the first. */
  standing(personId: PersonId): Promise<number>
  /** What holds afterwards. Errors: FAVOURITE_ANSWER_NOT_FOUND, FAVOURITES_FULL. */
  keep(caller: Caller, messageId: MessageId, toggledAt: number): Promise<FavouriteChange>
  /** What holds afterwards. Errors: FAVOURITE_ANSWER_NOT_FOUND. */
  drop(caller: Caller, messageId: MessageId, toggledAt: number): Promise<FavouriteChange>
}

export interface FavouriteParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
}

export function createFavourites({ database, bus, clock }: FavouriteParts): Favourites {
  const toggle = ({ personId }: Caller, messageId: MessageId, pressedAt: number, isKept: boolean): Promise<FavouriteChange> =>
    database.write(async (trx, after) => {
      const answer = await ownAnswer(trx, personId, messageId)
      const held = await findToggle(trx, messageId)
      // A clock that is ahead must not outlast everybody's later toggles.
      const toggledAt = Math.min(pressedAt, clock.now())
      if (held && held.toggledAt >= toggledAt) return held
      if (held && (held.favourite !== null) === isKept) {
        // Pressed on another device too: nobody sees a difference, but what was pressed between the two comes too late now.
        const confirmed = { ...held, toggledAt }
        await saveToggle(trx, personId, confirmed)
        return confirmed
      }
      if (isKept && (await countKept(trx, personId)) >= limits.favouritesMax)
        throw new DomainError('FAVOURITES_FULL', { max: limits.favouritesMax })
      const change: FavouriteChange = {
        messageId,
        questionId: answer.questionId,
        revision: (await newestRevision(trx, personId)) + 1,
        toggledAt,
        favourite: isKept ? { ...answer, keptAt: toggledAt } : null,
      }
      await saveToggle(trx, personId, change)
      after(() => bus.publish('favourite.toggled', { personId, change }))
      return change
    })

  return {
    list: ({ personId }, search) => selectKept(database.reader, personId, search),
    async changes({ personId }, after) {
      const changes = await selectChanges(database.reader, personId, after, limits.favouriteChangesMax)
      return { changes, revision: await newestRevision(database.reader, personId) }
    },
    standing: (personId) => newestRevision(database.reader, personId),
    keep: (caller, messageId, toggledAt) => toggle(caller, messageId, toggledAt, true),
    drop: (caller, messageId, toggledAt) => toggle(caller, messageId, toggledAt, false),
  }
}

/** The answer as it was given. Somebody else's does not exist, as far as the caller can tell; what takes no vote cannot be kept. */
async function ownAnswer(db: Reader, personId: PersonId, id: MessageId): Promise<Omit<Favourite, 'keptAt'>> {
  const row = await findMessage(db, id)
  const conversation = row && (await findConversation(db, row.conversation_id))
  if (!row || conversation?.taxpayer_id !== personId) throw new DomainError('FAVOURITE_ANSWER_NOT_FOUND')
  const { body, at } = toMessage(row)
  if (body.kind !== 'answer' || !takesVote(body)) throw new DomainError('FAVOURITE_ANSWER_NOT_FOUND')
  const question = await findMessage(db, body.replyTo)
  const said = question && toMessage(question).body
  return {
    messageId: id,
    questionId: body.replyTo,
    asked: said?.kind === 'text' ? said.text : (body.answer.question ?? ''),
    answer: body.answer,
    answeredAt: at,
  }
}
