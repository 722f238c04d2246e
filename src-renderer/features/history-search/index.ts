export { default as HistorySearch } from './HistorySearch.vue'
export { historySearchLocale } from './history-search.locale.ts'
export { useHistorySearchStore } from './history-search.store.ts'
export { useSearchKey } from './use-search-key.ts'
