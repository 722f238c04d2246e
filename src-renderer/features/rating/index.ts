export { default as RatingCard } from './RatingCard.vue'
export { ratingLocale } from './rating.locale.ts'
