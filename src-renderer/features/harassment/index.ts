export { default as InterceptionCard } from './InterceptionCard.vue'
export { harassmentLocale } from './harassment.locale.ts'
