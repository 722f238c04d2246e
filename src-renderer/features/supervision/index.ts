export { supervisionLocale } from './supervision.locale.ts'
export { default as WallSection } from './WallSection.vue'
