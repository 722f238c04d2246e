export { default as AskByPicture } from './AskByPicture.vue'
export { readingLocale } from './reading.locale.ts'
