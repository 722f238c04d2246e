export { lexiconLocale } from './lexicon.locale.ts'
export { default as LexiconSection } from './LexiconSection.vue'
