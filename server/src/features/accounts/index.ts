export { registerAccountRoutes } from './accounts.routes.ts'
export { createAccounts } from './accounts.service.ts'
