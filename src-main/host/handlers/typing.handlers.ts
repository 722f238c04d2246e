import type { typingRequests } from '@zhengna/contract/host/typing.ts'
import { ok } from '@zhengna/contract/result.ts'
import { withScope, type HandlersOf, type HostContext } from './context.ts'

export function typingHandlers(context: HostContext): HandlersOf<typeof typingRequests> {
  return {
    'typing.tell': ({ conversationId, text }) =>
      // What no line takes is of no use later.
      withScope(context, async ({ line, live, person }) => {
        const isShown = person.role === 'taxpayer' && live.showsTyping
        // Where it is not shown it does not leave this machine: that something is typed is said with a blank.
        line.send({ type: 'typing', conversationId, text: text === '' || isShown ? text : ' ' })
        return Promise.resolve(ok({ isShown }))
      }),
  }
}
