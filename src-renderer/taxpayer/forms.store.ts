// Which form stands beside the talk. Any part of the window may open one; what was typed in it is kept by the form itself.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useChatStore } from '../features/chat/index.ts'
import { leaveMessagesLocale, talkSoFar } from '../features/leave-messages/index.ts'

export type FormName = 'leave-message' | 'appointment'

const { talkLast: last, talkEarlier: earlier } = leaveMessagesLocale.leaveMessages

export const useFormsStore = defineStore('forms', () => {
  const chat = useChatStore()
  const shown = ref<FormName | null>(null)
  const prefill = ref('')

  /** `isFromTalk`: filled in with what was asked so far, where nothing is typed in it yet; or with `text`. */
  function open(form: FormName, { isFromTalk = false, text = '' } = {}): void {
    prefill.value = isFromTalk ? talkSoFar(chat.messages, { last, earlier }) : text
    shown.value = form
  }
  const close = (): void => void (shown.value = null)
  return { shown, prefill, open, close, reset: close }
})
