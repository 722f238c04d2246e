export { createDelivery, type Delivery } from './delivery.ts'
export { registerPushRoutes } from './pushes.routes.ts'
export { createPushes, type Pushes } from './pushes.service.ts'
export { addRead } from './pushes.store.ts'
