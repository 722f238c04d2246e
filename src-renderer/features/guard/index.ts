export { guardLocale } from './guard.locale.ts'
export { default as GuardSection } from './GuardSection.vue'
