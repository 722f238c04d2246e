export { readRegressionSet } from './regression-set.ts'
export { registerTestBenchRoutes } from './test-bench.routes.ts'
export { createTestBench } from './test-bench.service.ts'
