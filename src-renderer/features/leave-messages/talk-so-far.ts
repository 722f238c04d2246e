// What somebody would have to write again: their questions of this talk, the last one first. Pure.
import type { LocalMessage } from '@zhengna/contract/host/chat.ts'

const EARLIER_MAX = 5

/** '' where nothing was asked. Of the last conversation alone. */
export function talkSoFar(messages: readonly LocalMessage[], words: { readonly last: string; readonly earlier: string }): string {
  const conversationId = messages.at(-1)?.conversationId
  const asked = messages.flatMap(({ author, body, conversationId: of }) =>
    author === 'taxpayer' && body.kind === 'text' && of === conversationId ? [body.text.trim()] : [],
  )
  const [last, ...earlier] = [...new Set(asked.toReversed())]
  if (!last) return ''
  const numbered = earlier.slice(0, EARLIER_MAX).map((text, place) => `${place + 1}. ${text}`)
  return [`${words.last}${last}`, ...(numbered.length > 0 ? [words.earlier, ...numbered] : [])].join('\n')
}
