// Who types is told to the other side of a live conversation, and holds the timers that wait for them. Kept nowhere.
import type { SettingValues } from '@zhengna/contract/domain/setting.ts'
import type { ConversationId, PersonId } from '@zhengna/contract/ids.ts'
import type { ServerFrame, Typing } from '@zhengna/contract/realtime/frames.ts'
import type { Caller } from '../../platform/auth/tokens.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { findConversation, findOpenConversation, type ConversationRow } from '../conversations/index.ts'

export interface TypingParts {
  readonly database: Database
  readonly clock: Clock
  readonly settings: () => SettingValues
  readonly tell: (personId: PersonId, frame: ServerFrame) => void
  /** Timers that wait for this person stand still. */
  readonly hold: (caller: Caller) => Promise<void>
}

export interface TypingNotes {
  showsTyping(): boolean
  note(caller: Caller, frame: Typing): Promise<void>
}

/** Of one person; more often says nothing new, and is passed over. The last word, an empty box, always gets through. */
const AT_MOST_EVERY_MS = 300

export function createTyping({ database, clock, settings, tell, hold }: TypingParts): TypingNotes {
  /** Of who types now: when they were told of last, and which of their words is the newest. */
  const last = new Map<PersonId, { readonly at: number; readonly word: object }>()
  const showsTyping = (): boolean => settings()['talk.typing-preview'] === 'on'
  const own = async ({ role, personId }: Caller, id: ConversationId | null): Promise<ConversationRow | undefined> => {
    if (role === 'taxpayer') return findOpenConversation(database.reader, personId)
    const named = id === null ? undefined : await findConversation(database.reader, id)
    return named?.agent_id === personId ? named : undefined
  }
  return {
    showsTyping,
    async note(caller, { conversationId, text }) {
      const now = clock.now()
      if (text !== '' && now - (last.get(caller.personId)?.at ?? 0) < AT_MOST_EVERY_MS) return
      const word = {}
      last.set(caller.personId, { at: now, word })
      if (text !== '') await hold(caller)
      const conversation = await own(caller, conversationId)
      // A word that took longer must not come after the next, least of all after the last.
      if (last.get(caller.personId)?.word !== word) return
      if (text === '') last.delete(caller.personId)
      if (conversation?.stage !== 'live' || conversation.agent_id === null) return
      const isTaxpayers = caller.role === 'taxpayer'
      // An agent's words are nobody's before they are sent.
      const shown = isTaxpayers && showsTyping() ? text : ''
      tell(isTaxpayers ? conversation.agent_id : conversation.taxpayer_id, {
        type: 'typing',
        conversationId: conversation.id,
        text: text === '' ? null : shown,
      })
    },
  }
}
