export { default as TypingLine } from './TypingLine.vue'
export { typingLocale } from './typing.locale.ts'
export { useTypingStore } from './typing.store.ts'
export { useTypingSignal } from './use-typing-signal.ts'
