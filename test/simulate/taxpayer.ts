// A taxpayer: comes, asks for a person, waits or loses patience, loses the line now and then, talks, and goes.
import { setTimeout as pause } from 'node:timers/promises'
import { handOver } from '@zhengna/contract/http/conversations.ts'
import { cancelQueue } from '@zhengna/contract/http/queue.ts'
import type { ConversationId } from '@zhengna/contract/ids.ts'
import type { Random } from '../chaos/random.ts'
import { callAs, unlessRefused } from './calls.ts'
import { createLine, type Line } from './line.ts'

export type TaxpayerEnd = 'served' | 'gave-up' | 'still-waiting'

export interface TaxpayerRun {
  readonly line: Line
  readonly ended: Promise<TaxpayerEnd>
}

const LOSES_LINE = 0.12
const IMPATIENT = 0.1

/** `stop`: aborted when nobody waits any longer for anything. */
export function comeAsTaxpayer(serverUrl: string, token: string, random: Random, stop: AbortSignal): TaxpayerRun {
  const line = createLine(serverUrl, token)
  const call = callAs(serverUrl, token)
  const live = async (): Promise<TaxpayerEnd> => {
    let isOver = false
    const served = Promise.withResolvers<ConversationId>()
    const finished = Promise.withResolvers<TaxpayerEnd>()
    line.onFrame((frame) => {
      if (frame.type === 'conversation') {
        if (frame.conversation.stage === 'live') served.resolve(frame.conversation.id)
        if (frame.conversation.stage === 'ended') finished.resolve('served')
      }
      if (frame.type === 'welcome') {
        // What happened while the line was gone.
        const [newest] = frame.conversations
        if (newest?.stage === 'live') served.resolve(newest.id)
        if (newest?.stage === 'ended') finished.resolve('served')
      }
      // An agent's words are answered, one for one.
      if (frame.type === 'message' && frame.message.author === 'agent') line.write(frame.message.conversationId, '好的，谢谢，那接下来呢')
    })
    stop.addEventListener('abort', () => finished.resolve('still-waiting'))
    await line.connect()
    await call(handOver, { reason: 'button' })
    void served.promise.then((id) => line.write(id, '请问这个月的申报期到哪天'))
    const loseLine = async (): Promise<void> => {
      await pause(random.between(300, 15_000))
      if (isOver) return
      line.lose()
      await pause(random.between(500, 4_000))
      await line.connect()
    }
    const loses = random.chance(LOSES_LINE) ? loseLine() : Promise.resolve()
    if (random.chance(IMPATIENT))
      void pause(random.between(5_000, 40_000)).then(async () => {
        if (isOver) return
        await unlessRefused(call(cancelQueue).then(() => finished.resolve('gave-up')))
      })
    const end = await finished.promise
    isOver = true
    await loses
    return end
  }
  return { line, ended: live() }
}
