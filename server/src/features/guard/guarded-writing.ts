// Transactions in which somebody's words become part of a record (留言, 工单 …): each text is held against the sensitive words first.
// What was met is written down with the record; of a text that is refused it is written down though nothing else is.
import { cleanText } from '@zhengna/contract/domain/message.ts'
import type { GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Writer } from '../../platform/database/database.ts'
import type { Said, TextGuard } from '../conversations/index.ts'

export interface Spoken {
  readonly by: Pick<Caller, 'personId' | 'role'>
  /** Where on the form it stands. */
  readonly field: string
  readonly text: string
  /** Its author was asked about a word and sends it all the same. */
  readonly isConfirmed: boolean | undefined
}

export interface Writing {
  readonly trx: Writer
  readonly after: AfterCommit
  readonly now: number
  /** The text as it is stored. Errors: MESSAGE_BLOCKED, MESSAGE_WARNED (`field`, `hits`). */
  pass(spoken: Spoken): string
}

export type GuardedWriting = <T>(work: (writing: Writing) => Promise<T>) => Promise<T>

export interface GuardedWritingParts {
  readonly database: Database
  readonly clock: Clock
  readonly guard: Pick<TextGuard, 'begin'>
}

export function createGuardedWriting({ database, clock, guard }: GuardedWritingParts): GuardedWriting {
  return async (work) => {
    const refused: { said: Said; hits: readonly GuardHit[] }[] = []
    const now = clock.now()
    try {
      return await database.write(async (trx, after) => {
        const guarding = guard.begin(trx, now)
        const pass = ({ by, field, text, isConfirmed = false }: Spoken): string => {
          const said: Said = { author: by.role === 'taxpayer' ? 'taxpayer' : 'agent', authorId: by.personId, isConfirmed }
          const guarded = guarding.judge(said, text)
          if (!guarded.ok) {
            refused.push({ said, hits: guarded.hits })
            throw new DomainError(guarded.code, { field, ...guarded.detail })
          }
          guarding.note(said, guarded.hits, null)
          return cleanText(guarded.text).ok ? guarded.text : guarded.heard
        }
        const value = await work({ trx, after, now, pass })
        await guarding.store()
        return value
      })
    } catch (error) {
      for (const { said, hits } of refused)
        await database.write(async (trx) => {
          const guarding = guard.begin(trx, now)
          guarding.note(said, hits, null)
          await guarding.store()
        })
      throw error
    }
  }
}
