// 我的收藏 on this machine: all of them, by the question, which is the same for an answer made here and the server's.
// An answer made with no line has an id only this machine knows; the server is told once its own has come.
import type { Database } from 'better-sqlite3-multiple-ciphers'
import { favouriteSearchTerm, favouriteSearchText, type Favourite, type FavouriteChange } from '@zhengna/contract/domain/favourite.ts'
import type { MessageBody } from '@zhengna/contract/domain/message.ts'
import { takesVote } from '@zhengna/contract/domain/vote.ts'
import type { MessageId } from '@zhengna/contract/ids.ts'

export interface UntoldToggle {
  readonly questionId: MessageId
  /** The answer's, as the server knows it; null: it has not come yet. */
  readonly messageId: MessageId | null
  readonly isKept: boolean
  readonly toggledAt: number
}

export interface FavouriteStore {
  /** Kept here; the server is still to be told. null where there is no such answer, or it cannot be kept. */
  keepFavourite(messageId: MessageId, at: number): Favourite | null
  /** False where it was not kept. */
  dropFavourite(questionId: MessageId, at: number): boolean
  /**
   * From the server. What was pressed here later, and is not told yet, stays. `toldAt`: in reply to the toggle pressed then, which
   * the server may have set back to its own clock.
   */
  saveFavourites(changes: readonly FavouriteChange[], toldAt?: number): void
  /** The server would not keep it. */
  forgetFavourite(questionId: MessageId): void
  keptQuestions(): MessageId[]
  /** Those that have the search in part, the last kept first. */
  searchFavourites(search: string): Favourite[]
  /** In the order of pressing. */
  untoldFavourites(): UntoldToggle[]
}

interface ToggleRow {
  message_id: MessageId
  is_kept: number
  toggled_at: number
  is_untold: number
}

export function createFavouriteStore(db: Database): FavouriteStore {
  const answer = db.prepare<[string], { body: string; at: number }>('select body, at from messages where id = ?')
  const bodyOf = db.prepare<[string], { body: string }>('select body from messages where id = ?')
  /** What was dropped may be kept again where its conversation is not on this machine. */
  const held = db.prepare<[string], { content: string }>('select content from favourites where message_id = ? and content is not null')
  const toggleOf = db.prepare<[string], ToggleRow>('select * from favourites where question_id = ?')
  const save = db.prepare(
    `insert into favourites (question_id, message_id, is_kept, toggled_at, kept_at, content, is_untold)
     values (@questionId, @messageId, @isKept, @toggledAt, @keptAt, @content, @isUntold)
     on conflict (question_id) do update set message_id = excluded.message_id, is_kept = excluded.is_kept, toggled_at = excluded.toggled_at,
       kept_at = excluded.kept_at, content = coalesce(excluded.content, content), is_untold = excluded.is_untold`,
  )
  const drop = db.prepare(
    'update favourites set is_kept = 0, toggled_at = ?, kept_at = null, is_untold = 1 where question_id = ? and is_kept = 1',
  )
  const forget = db.prepare('delete from favourites where question_id = ?')
  const kept = db.prepare<[], { question_id: MessageId; content: string }>(
    'select question_id, content from favourites where is_kept = 1 order by kept_at desc, question_id desc',
  )
  const untold = db.prepare<[], ToggleRow & { question_id: MessageId }>('select * from favourites where is_untold = 1 order by toggled_at')
  const stored = db.prepare<[string], { id: MessageId }>(
    `select a.id from messages q join messages a on a.conversation_id = q.conversation_id and a.seq is not null
     where q.id = ? and json_extract(a.body, '$.kind') = 'answer' and json_extract(a.body, '$.replyTo') = q.id limit 1`,
  )
  const isUnsent = db.prepare<[string], { found: number }>('select 1 as found from messages where id = ? and seq is null')

  /** By a clock that was set back, too, a toggle comes after the one it changes. */
  const after = (questionId: MessageId, at: number): number => Math.max(at, (toggleOf.get(questionId)?.toggled_at ?? 0) + 1)
  const serversId = (questionId: MessageId, messageId: MessageId): MessageId | null =>
    stored.get(questionId)?.id ?? (isUnsent.get(messageId) ? null : messageId)

  function givenAnswer(messageId: MessageId): Omit<Favourite, 'keptAt'> | null {
    const row = answer.get(messageId)
    if (!row) {
      const before = held.get(messageId)
      return before ? (JSON.parse(before.content) as Favourite) : null
    }
    const body = JSON.parse(row.body) as MessageBody
    if (body.kind !== 'answer' || !takesVote(body)) return null
    const question = bodyOf.get(body.replyTo)
    const said = question && (JSON.parse(question.body) as MessageBody)
    const asked = said?.kind === 'text' ? said.text : (body.answer.question ?? '')
    return { messageId, questionId: body.replyTo, asked, answer: body.answer, answeredAt: row.at }
  }

  return {
    keepFavourite: db.transaction((messageId: MessageId, at: number) => {
      const given = givenAnswer(messageId)
      if (!given) return null
      const { questionId } = given
      const toggledAt = after(questionId, at)
      const favourite: Favourite = { ...given, keptAt: toggledAt }
      save.run({ questionId, messageId, isKept: 1, toggledAt, keptAt: toggledAt, content: JSON.stringify(favourite), isUntold: 1 })
      return favourite
    }),
    dropFavourite: db.transaction((questionId: MessageId, at: number) => drop.run(after(questionId, at), questionId).changes > 0),
    saveFavourites: db.transaction((changes: readonly FavouriteChange[], toldAt?: number) => {
      for (const { questionId, messageId, toggledAt, favourite } of changes) {
        const last = toggleOf.get(questionId)
        if (last?.is_untold && last.toggled_at > Math.max(toggledAt, toldAt ?? 0)) continue
        const content = favourite && JSON.stringify(favourite)
        save.run({
          questionId,
          messageId,
          isKept: favourite ? 1 : 0,
          toggledAt,
          keptAt: favourite?.keptAt ?? null,
          content,
          isUntold: 0,
        })
      }
    }),
    forgetFavourite: (questionId) => void forget.run(questionId),
    keptQuestions: () => kept.all().map(({ question_id }) => question_id),
    searchFavourites(search) {
      const term = favouriteSearchTerm(search)
      const all = kept.all().map(({ content }) => JSON.parse(content) as Favourite)
      return term === '' ? all : all.filter((favourite) => favouriteSearchText(favourite).includes(term))
    },
    untoldFavourites: () =>
      untold.all().map(({ question_id, message_id, is_kept, toggled_at }) => ({
        questionId: question_id,
        messageId: serversId(question_id, message_id),
        isKept: is_kept === 1,
        toggledAt: toggled_at,
      })),
  }
}
