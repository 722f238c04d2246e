import { rememberedQuestionMax, type DialogueState } from './state.ts'

/** Longer questions stand on their own. */
const FOLLOW_UP_MAX_LENGTH = 12
/** 那小规模呢, 如果是个人: says by itself that it goes on from the last question. */
const GOES_ON = /^(?:那|那么|如果是?|要是|换成|还有)|(?:呢|的话)$/

/** The last question and this one as one, where this one may narrow it; null where it stands on its own. Both normalised. */
export function withLastQuestion(text: string, dialogue: DialogueState): string | null {
  if (dialogue.question === '' || text.length > FOLLOW_UP_MAX_LENGTH) return null
  if (dialogue.options.length === 0 && !GOES_ON.test(text)) return null
  return `${dialogue.question} ${text.replace(GOES_ON, '')}`.slice(0, 2 * rememberedQuestionMax)
}
