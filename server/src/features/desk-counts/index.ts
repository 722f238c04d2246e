export { registerDeskCountRoutes } from './desk-counts.routes.ts'
