export { default as QuoteBar } from './QuoteBar.vue'
export { default as QuotedLine } from './QuotedLine.vue'
export { quoteLocale } from './quote.locale.ts'
export { useQuotingStore } from './quoting.store.ts'
