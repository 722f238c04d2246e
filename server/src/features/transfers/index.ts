export { registerTransferRoutes } from './transfers.routes.ts'
export { createTransfers, type Transfers } from './transfers.service.ts'
