export { default as QueueCard } from './QueueCard.vue'
export { queueLocale } from './queue.locale.ts'
