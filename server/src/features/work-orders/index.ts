export { createLatenessCheck } from './lateness.ts'
export type { WorkingTimeOf } from './work-order-parts.ts'
export { registerWorkOrderRoutes } from './work-orders.routes.ts'
export { createWorkOrders, type WorkOrders } from './work-orders.service.ts'
