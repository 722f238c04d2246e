export { default as HotWordRow } from './HotWordRow.vue'
export { trendsLocale } from './trends.locale.ts'
export { useTrendsStore } from './trends.store.ts'
