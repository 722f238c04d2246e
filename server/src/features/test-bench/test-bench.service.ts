// 测试台: why a question is answered as it is, and what a change would do to a fixed set of questions.
import type { Nearness } from '@zhengna/answering/engine.ts'
import type { Audience } from '@zhengna/contract/domain/person.ts'
import type { KnowledgeSnapshot } from '@zhengna/contract/domain/article.ts'
import { DomainError } from '@zhengna/contract/errors.ts'
import type { ArticleId, PersonId } from '@zhengna/contract/ids.ts'
import { dayInBeijing, type Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Compared, Explained } from './bench.worker.ts'
import { withOpen } from './open-knowledge.ts'
import type { RegressionQuestion } from './regression.ts'
import { runApart } from './run-apart.ts'

export interface Trial {
  readonly query: string
  readonly audiences: readonly Audience[]
  /** YYYY-MM-DD in Beijing; null: today. */
  readonly day: string | null
  /** As if everything being worked on were published. */
  readonly withOpen: boolean
}

export interface TestBench {
  ask(trial: Trial): Promise<Explained>
  /**
   * With the open revisions of these articles, or all of them. An editor has one at a time: a new one calls off the last, whose window
   * is closed. Errors: REVISION_NOT_FOUND, REGRESSION_REPLACED.
   */
  regression(editor: PersonId, articleIds: readonly ArticleId[] | null): Promise<Compared>
}

export interface TestBenchParts {
  readonly database: Database
  readonly clock: Clock
  readonly knowledge: { snapshot(): KnowledgeSnapshot }
  readonly questions: readonly RegressionQuestion[]
  /** As the bot asks an embedding model, where one is configured. */
  readonly nearness?: (query: string) => Promise<Nearness | undefined>
}

export function createTestBench({ database, clock, knowledge, questions, nearness }: TestBenchParts): TestBench {
  const today = (): string => dayInBeijing(clock.now())
  const running = new Map<PersonId, AbortController>()
  return {
    async ask({ query, audiences, day, withOpen: isWithOpen }) {
      const now = knowledge.snapshot()
      const asked = isWithOpen ? await withOpen(database.reader, now, null) : now
      const near = await nearness?.(query)
      return runApart({ kind: 'ask', knowledge: asked, query, audiences, day: day ?? today(), ...(near && { nearness: near }) })
    },
    async regression(editor, articleIds) {
      const now = knowledge.snapshot()
      const then = await withOpen(database.reader, now, articleIds)
      const own = new AbortController()
      running.get(editor)?.abort()
      running.set(editor, own)
      try {
        return await runApart({ kind: 'regression', now, then, questions, day: today() }, own.signal)
      } catch (error) {
        if (own.signal.aborted) throw new DomainError('REGRESSION_REPLACED')
        throw error
      } finally {
        if (running.get(editor) === own) running.delete(editor)
      }
    },
  }
}
