// The filter's seat in the journal: judges what people say before it is stored, and writes down what it met in the same transaction.
import { maskHits } from '@zhengna/answering/guard/verdict.ts'
import type { Answer } from '@zhengna/contract/domain/answer.ts'
import { cleanText } from '@zhengna/contract/domain/message.ts'
import type { GuardDirection, GuardHit } from '@zhengna/contract/domain/sensitive-word.ts'
import type { ArticleId, SensitiveWordId } from '@zhengna/contract/ids.ts'
import type { Said, TextGuard } from '../conversations/index.ts'
import { answerText } from './answer-text.ts'
import type { GuardHolder } from './guard-holder.ts'
import { insertHits, toHitRows, type NewHit } from './hits.store.ts'
import { quoteHits } from './quote-hits.ts'

/** A blocked word in a reviewed answer: it is given all the same, and somebody should look at the article. */
export interface AnswerHit {
  readonly articleId: ArticleId | null
  readonly wordIds: readonly SensitiveWordId[]
}

const directionOf = ({ author }: Said): GuardDirection => (author === 'taxpayer' ? 'in' : 'out')

export function createTextGuard(
  { guard, labelOf }: Pick<GuardHolder, 'guard' | 'labelOf'>,
  onAnswerHit: (hit: AnswerHit) => void = () => undefined,
): TextGuard {
  return {
    begin(trx, now) {
      const rows: NewHit[] = []
      return {
        judge(draft, text) {
          const { decision, text: changed, hits } = guard().check(text, directionOf(draft), draft.isConfirmed)
          const decisive = (action: 'block' | 'warn'): GuardHit[] => hits.filter((hit) => hit.action === action)
          if (decision === 'block') return refuse('MESSAGE_BLOCKED', text, decisive('block'))
          if (decision === 'warn') return refuse('MESSAGE_WARNED', text, decisive('warn'))
          if (decision === 'pass') return { ok: true, text, heard: text, hits }
          const heard = maskHits(
            text,
            hits.filter(({ action }) => action !== 'warn'),
          )
          // Replacements may make it longer than a message may be.
          return { ok: true, text: cleanText(changed).ok ? changed : heard, heard, hits }
        },
        note(draft, hits, conversationId) {
          if (hits.length === 0) return
          const { authorId: personId, isConfirmed = false } = draft
          rows.push(...toHitRows({ hits, at: now, direction: directionOf(draft), conversationId, personId, isConfirmed }, labelOf))
        },
        noteAnswer(answer, conversationId) {
          const { hits } = guard().check(answerText(answer), 'out')
          const blocked = hits.filter(({ action }) => action === 'block')
          if (blocked.length === 0) return
          rows.push(...toHitRows({ hits: blocked, at: now, direction: 'out', conversationId, personId: null }, labelOf))
          onAnswerHit(asAnswerHit(answer, blocked))
        },
        async store() {
          if (rows.length > 0) await insertHits(trx, rows)
        },
      }
    },

    async remark(trx, { text, personId, conversationId, at }) {
      const { hits } = guard().check(text, 'in')
      if (hits.length === 0) return text
      const masked = hits.map((hit) => ({ ...hit, action: 'mask' as const }))
      await insertHits(trx, toHitRows({ hits: masked, at, direction: 'in', conversationId, personId }, labelOf))
      return maskHits(text, hits)
    },
  }
}

const refuse = (code: 'MESSAGE_BLOCKED' | 'MESSAGE_WARNED', text: string, hits: readonly GuardHit[]) =>
  ({ ok: false, code, detail: { hits: quoteHits(text, hits) }, hits }) as const

const asAnswerHit = ({ papers }: Answer, hits: readonly GuardHit[]): AnswerHit => ({
  articleId: papers?.articleId ?? null,
  wordIds: [...new Set(hits.map(({ wordId }) => wordId))],
})
