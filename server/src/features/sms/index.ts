export { createHttpGateway } from './http-gateway.ts'
export { registerSmsRoutes } from './sms.routes.ts'
export { createSms, type Sms } from './sms.service.ts'
