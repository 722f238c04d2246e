export { default as TypingLine } from './TypingLine.vue'
export { typingLocale } from './typing.locale.ts'
export { useTypingSignal } from './use-typing-signal.ts'
