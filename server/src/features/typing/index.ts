export { createTyping, type TypingNotes } from './typing.ts'
