export { default as RegressionSummary } from './RegressionSummary.vue'
export { testBenchLocale } from './test-bench.locale.ts'
export { default as TestBenchSection } from './TestBenchSection.vue'
