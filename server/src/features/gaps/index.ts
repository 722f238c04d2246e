export { registerGapRoutes } from './gaps.routes.ts'
export { createGaps, type CreateDraft } from './gaps.service.ts'
