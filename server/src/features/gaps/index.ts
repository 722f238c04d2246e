export { registerGapRoutes } from './gaps.routes.ts'
export { createGaps, type CreateDraft, type Gaps } from './gaps.service.ts'
