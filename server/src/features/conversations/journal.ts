// Group commit: all messages that arrive in one turn of the event loop are stored in one transaction and
// acknowledged after it. Same durability as a commit each, ten times the messages (docs/adr/0004).
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { AfterCommit, Database, Writer } from '../../platform/database/database.ts'
import type { Enclosing } from '../attachments/index.ts'
import { beginAppending } from './append.ts'
import { loadBatch } from './batch.ts'
import type { AnswerLedger, Draft, GivenAnswer, Police, Recorder, Responder, Stored, TextGuard } from './draft.ts'
import { placeMessage } from './placing.ts'

export interface Journal {
  /** Resolves when the message is safe on disk, or refused. A repeated id gives the first result. */
  submit(draft: Draft): Promise<Stored>
  /** Resolves when nothing is waiting. */
  drained(): Promise<void>
}

export interface JournalParts {
  readonly database: Database
  readonly bus: Bus
  readonly clock: Clock
  readonly responder: Responder
  readonly ledger: AnswerLedger
  readonly recorder: Recorder
  readonly guard: TextGuard
  readonly police: Police
  readonly enclosing: Enclosing
  readonly onBatch?: (size: number) => void
}

interface Waiting {
  readonly draft: Draft
  readonly resolve: (stored: Stored) => void
  readonly reject: (error: unknown) => void
}

export function createJournal(parts: JournalParts): Journal {
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      parts.onBatch?.(batch.length)
      try {
        const questions = batch.map(({ draft }) => draft).filter(({ author }) => author === 'taxpayer')
        if (questions.length > 0) await parts.responder.prepare(questions)
        // Acknowledgements go out in the order of arrival.
        await parts.database.write((trx, after) => storeBatch(parts, trx, after, batch))
      } catch (error) {
        // What came after goes with it: stored now, it would overtake what its author has to send again.
        const after = waiting
        waiting = []
        for (const { reject } of [...batch, ...after]) reject(error)
      }
      await turnOfTheLoop()
    }
    running = null
  }

  return {
    submit: (draft) =>
      new Promise((resolve, reject) => {
        waiting.push({ draft, resolve, reject })
        running ??= turnOfTheLoop().then(flush)
      }),
    async drained() {
      while (running) await running
    },
  }
}

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function storeBatch(
  { bus, clock, responder, ledger, recorder, guard, police, enclosing }: JournalParts,
  trx: Writer,
  after: AfterCommit,
  batch: readonly Waiting[],
): Promise<void> {
  const now = clock.now()
  const known = await loadBatch(
    trx,
    batch.map(({ draft }) => draft),
  )
  const appending = beginAppending(trx, after, bus, now)
  const given: GivenAnswer[] = []
  const recording = recorder.begin(trx, now)
  const guarding = guard.begin(trx, now)
  const policing = await police.begin(
    { trx, after, now, appending },
    batch.map(({ draft }) => draft),
  )
  const context = { trx, after, bus, now, appending, known, responder, given, recording, guarding, policing, enclosing }
  const results: { resolve: Waiting['resolve']; stored: Stored }[] = []
  for (const { draft, resolve } of batch) results.push({ resolve, stored: await placeMessage(context, draft) })
  after(() => {
    for (const { resolve, stored } of results) resolve(stored)
  })
  await appending.store()
  if (given.length > 0) await ledger.record(trx, given)
  await recording.store()
  await guarding.store()
  await policing.store()
}
