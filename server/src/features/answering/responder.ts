// The bot's seat in a conversation: asks the engine, looks up what the taxpayer asks of their own, remembers where the dialogue stands,
// hands over when it should.
import type { DialogueState, Nearness } from '@zhengna/answering/engine.ts'
import type { FilingCalendar } from '@zhengna/answering/suggestion/filing-season.ts'
import type { Answer } from '@zhengna/contract/domain/answer.ts'
import type { Audience, TaxpayerProfile } from '@zhengna/contract/domain/person.ts'
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { PersonId } from '@zhengna/contract/ids.ts'
import { dayInBeijing } from '../../platform/clock.ts'
import type { Reader, Writer } from '../../platform/database/database.ts'
import type { ConversationRow, Draft, Responder } from '../conversations/index.ts'
import { answerFromRecords } from '../own-records/index.ts'
import type { Queue } from '../queue/index.ts'
import type { EmbeddingChannel } from './embedding/embedding-channel.ts'
import type { EngineHolder } from './engine-holder.ts'
import { noSignals, type Signals } from './triggers.ts'
import { answerWith, wishFor } from './wish.ts'

export interface ResponderParts {
  readonly engines: EngineHolder
  readonly queue: Pick<Queue, 'joinWithin'>
  readonly calendar: FilingCalendar
  /** Null where no model is configured. */
  readonly embedding?: Pick<EmbeddingChannel, 'nearness'> | null
  /** The half hour of the asker's own appointment, where it is now: they are not handed over without being asked. */
  readonly slotNow: (db: Reader, taxpayerId: PersonId, now: number) => Promise<string | null>
  /** When the system itself offers a person or hands over. */
  readonly settings: () => SettingValues
  readonly onAnswer: (answer: Answer) => void
}

/** As it is kept with the conversation: the engine's own, and what led to a person. */
type Remembered = DialogueState & { readonly signals?: Signals }

export function createResponder({ engines, queue, calendar, embedding, slotNow, settings, onAnswer }: ResponderParts): Responder {
  const { engine, settled } = engines
  const nearnesses = new WeakMap<Draft, Nearness>()
  const embed = async (question: Draft): Promise<void> => {
    const nearness = await embedding?.nearness(question.text)
    if (nearness) nearnesses.set(question, nearness)
  }
  return {
    async prepare(questions) {
      await Promise.all([settled(), ...(embedding ? questions.map(embed) : [])])
    },
    async respond({ trx, now }, conversation, question) {
      const nearness = nearnesses.get(question)
      const { signals = noSignals, ...dialogueBefore } = JSON.parse(conversation.dialogue) as Remembered
      const context = {
        audiences: await audiencesOf(trx, conversation),
        day: dayInBeijing(now),
        dialogue: dialogueBefore,
        ...(nearness && { nearness }),
      }
      // The desktop answered while there was no line: its article is stored, as this server has it.
      const picked = question.offlineAnswer ? question.offlineAnswer.articleId : question.articleId
      const reply = picked ? engine().pick(picked, context) : engine().ask(question.text, context)
      const asker = { personId: conversation.taxpayer_id, officeId: conversation.office_id, audiences: context.audiences }
      const looked = reply.ownRecords ? await answerFromRecords(reply.ownRecords, { db: trx, now, asker, calendar }) : null
      const said = looked ?? reply.answer
      const dialogue = looked ? { ...reply.dialogue, offeredPerson: looked.offersPerson } : reply.dialogue
      const { roundsWithoutHit } = dialogue
      const isAsked = reply.intent !== 'empty'
      const message = { text: picked ? null : question.text, said, roundsWithoutHit, isAsked, stage: conversation.stage }
      const mayHandOver = !question.offlineAnswer
      const wished = wishFor({ ...message, mayHandOver }, signals, settings())
      const slot = wished.handsOver ? await slotNow(trx, asker.personId, now) : null
      const wish = slot === null ? wished : wishFor({ ...message, mayHandOver: false }, signals, settings())
      const answer = answerWith(said, wish, slot)
      const { intent, ranked } = reply
      onAnswer(answer)
      return {
        // What is looked up is of now, also where the desktop could only say that it had no line.
        answer: question.offlineAnswer && !looked ? { ...answer, offline: true } : answer,
        dialogue: JSON.stringify({ ...dialogue, signals: wish.signals }),
        handOver: wish.handsOver && slot === null && !question.offlineAnswer ? wish.reason : null,
        intent,
        probability: ranked[0]?.probability ?? null,
      }
    },
    handOver: (context, conversation, reason) => queue.joinWithin(context, conversation, reason),
  }
}

async function audiencesOf(trx: Writer, conversation: ConversationRow): Promise<Audience[]> {
  const row = await trx.selectFrom('people').select('taxpayer').where('id', '=', conversation.taxpayer_id).executeTakeFirst()
  return row?.taxpayer ? (JSON.parse(row.taxpayer) as TaxpayerProfile).audiences : []
}
