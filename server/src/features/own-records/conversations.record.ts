import { lastServed } from '../conversations/index.ts'
import { lastAsked } from '../records/index.ts'
import type { Found, LookUp } from './look-up.ts'
import { momentInWords, verbatim } from './wording.ts'

const SHOWN_MAX = 3

export async function readConversations({ db, now, asker }: LookUp): Promise<Found> {
  const asked = await lastAsked(db, asker.personId, SHOWN_MAX)
  const served = await lastServed(db, asker.personId)
  if (asked.length === 0 && !served) return { text: '还没有您的咨询记录。' }
  const questions =
    asked.length === 0
      ? '您还没有向智能应答提过问题。'
      : `您最近的提问：\n\n${asked.map(({ question, at }) => `- ${verbatim(question)}（${momentInWords(at, now)}）`).join('\n')}`
  const person = served
    ? `最近一次人工服务：${momentInWords(served.at, now)}，坐席 ${served.agentNumber} 号为您服务。`
    : '您还没有使用过人工服务。'
  return { text: `${questions}\n\n${person}`, opens: 'history' }
}
